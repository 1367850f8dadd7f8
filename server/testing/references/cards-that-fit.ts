import type { Page } from 'playwright';
import { inChromium } from './in-chromium';
import type { Scenario } from './scenario';

const TITLES = [
  'Lamp',
  'A desk lamp with three arms, two of which can be taken off and used elsewhere',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung',
];
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"/>')}`;

const card = (title: string) => `<article class="card"><img src="${PICTURE}" alt=""><h3>${title}</h3>
  <p class="price">49.00</p><p>${'It stands on any desk. '.repeat(12)}</p><button>Buy</button></article>`;
const page = (sheet: string) => `<!doctype html><html lang="en"><style>body { margin: 0 } ${sheet}</style>
  <main id="main"><div class="cards">${[...TITLES, ...TITLES, 'Shelf', 'Chair'].map(card).join('')}</div></main></html>`;

/** Whether a card, or a line in it, is smaller than what it holds. */
const isCut = (on: Page) =>
  on.evaluate(() =>
    [...document.querySelectorAll('.card, .card h3, .card p')].some(
      (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
    ),
  );

export const cardsThatFit: Scenario = ({ text }, check) =>
  inChromium(async (browserPage) => {
    const at = async (width: number) => {
      await browserPage.setViewportSize({ width, height: 900 });
      await browserPage.setContent(page(text));
      return browserPage;
    };

    await check('a phone does not scroll sideways', async () =>
      (await at(390)).evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    );
    await check('long titles and words are not cut', async () => !(await isCut(await at(390))));
    await check('nor are they where text is twice as large', async () => {
      const phone = await at(390);
      await phone.addStyleTag({ content: 'html { font-size: 200% } .card h3, .card p { font-size: 2rem }' });
      return !(await isCut(phone));
    });
    await check('a finger finds the button without hovering', async () =>
      (await at(390)).locator('.card button').first().isVisible(),
    );
    await check('a keyboard reaches the button and sees where it is', async () => {
      const desk = await at(1440);
      await desk.keyboard.press('Tab');
      return desk.evaluate(() => {
        const at = document.activeElement;
        return at?.tagName === 'BUTTON' && getComputedStyle(at).outlineStyle !== 'none';
      });
    });
    await check('the price can be read', async () => {
      const colour = await (await at(1440)).evaluate(() => {
        const price = document.querySelector('.price');
        return price ? getComputedStyle(price).color : '';
      });
      return contrastToWhite(colour) >= 4.5;
    });
    await check('what is seen is in the order in which it is read', async () =>
      (await at(1440)).evaluate(() => {
        const tops = [...(document.querySelector('.card')?.children ?? [])].map(
          (part) => part.getBoundingClientRect().top,
        );
        return tops.every((top, place) => place === 0 || top > (tops[place - 1] ?? 0));
      }),
    );
    await check('four fit beside each other at 1440 pixels, and eight take two rows', async () =>
      (await at(1440)).evaluate(() => {
        const tops = [...document.querySelectorAll('.card')].map((one) => one.getBoundingClientRect().top);
        return tops.filter((top) => top === tops[0]).length === 4 && new Set(tops).size === 2;
      }),
    );
  });

/** As WCAG defines it, of "rgb(89, 89, 89)" on white. */
function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/\d+/g)].map(([part]) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
