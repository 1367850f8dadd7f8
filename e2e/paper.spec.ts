import { everyView } from './fixtures/full-card';
import { sheetsIn } from './fixtures/sheets';
import { expect, test } from './fixtures/test';

test('nine asks with an exercise that was rewritten are two sheets of paper for everybody who gets the scorecard', async ({
  priya,
}) => {
  const { titles, text } = everyView();
  await priya.opens('/history/import');
  await priya.signsInAsGuest();
  await priya.page
    .getByLabel('Drop a file here, or choose one')
    .setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await priya.sees(`${titles.length} scorecards kept.`);
  for (const title of titles)
    await test.step(title, async () => {
      await priya.opens('/history/kept');
      await priya.page.getByRole('link', { name: new RegExp(`^${title} `) }).click();
      await priya.sees('Question by question');
      await priya.page.emulateMedia({ media: 'print' });
      await expect(priya.page.getByRole('region', { name: /: what changed$/ })).toBeVisible();
      await priya.page.emulateMedia({ media: null });
      const pdf = await priya.page.pdf({
        path: test.info().outputPath(`${title}.pdf`),
        format: 'A4',
        preferCSSPageSize: true,
      });
      expect.soft(sheetsIn(pdf), title).toBe(2);
    });
});
