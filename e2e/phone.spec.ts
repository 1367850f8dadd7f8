import { everySharing } from './fixtures/full-card';
import { outOfReach } from './fixtures/out-of-reach';
import { expect, test } from './fixtures/test';

const PHONE = { width: 390, height: 844 };
/** A page at 400 % has that width (WCAG 1.4.10). */
const NARROWEST = { ...PHONE, width: 320 };

test('on a phone everybody who gets a scorecard of nine asks with an exercise reads and reaches all of it', async ({
  priya,
}) => {
  const { titles, text } = everySharing();
  await priya.opens('/history/import');
  await priya.signsInAsGuest();
  await priya.page
    .getByLabel('Drop a file here, or choose one')
    .setInputFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await priya.sees(`${titles.length} scorecards kept.`);
  for (const title of titles)
    await test.step(title, async () => {
      await priya.page.setViewportSize(PHONE);
      await priya.opens('/history/kept');
      await priya.page.getByRole('link', { name: new RegExp(`^${title} [^w]`) }).click();
      await priya.sees('Question by question');
      for (const size of [PHONE, NARROWEST]) {
        await priya.page.setViewportSize(size);
        expect.soft(await outOfReach(priya.page), `${title}, ${size.width} px`).toEqual([]);
      }
      await priya.page.setViewportSize(PHONE);
      for (const colorScheme of ['light', 'dark'] as const) {
        await priya.page.emulateMedia({ colorScheme });
        const path = test.info().outputPath(`${title}, ${colorScheme}.png`);
        await priya.page.screenshot({ path, fullPage: true });
      }
      await priya.page.emulateMedia({ colorScheme: null });
    });
});
