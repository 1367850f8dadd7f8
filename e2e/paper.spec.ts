import { everyView } from './fixtures/full-card';
import { keeps, opensKept } from './fixtures/kept-cards';
import { sheetsIn } from './fixtures/sheets';
import { expect, test } from './fixtures/test';

test('nine asks with an exercise that was rewritten are two sheets of paper for everybody who gets the scorecard', async ({
  priya,
}) => {
  const views = everyView();
  await keeps(priya, views);
  for (const title of views.titles)
    await test.step(title, async () => {
      await opensKept(priya, title);
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
