import { everySharing } from './fixtures/full-card';
import { keeps, opensKept } from './fixtures/kept-cards';
import { outOfReach } from './fixtures/out-of-reach';
import { expect, test } from './fixtures/test';

const PHONE = { width: 390, height: 844 };
/** A page at 400 % has that width (WCAG 1.4.10). */
const NARROWEST = { ...PHONE, width: 320 };

test('on a phone everybody who gets a scorecard of nine asks with an exercise reads and reaches all of it', async ({
  priya,
}) => {
  const views = everySharing();
  await keeps(priya, views);
  for (const title of views.titles)
    await test.step(title, async () => {
      await priya.page.setViewportSize(PHONE);
      await opensKept(priya, title);
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
