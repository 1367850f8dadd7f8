import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '@/server/testing/chromium';

const ROOT = join(import.meta.dirname, '../../..');
const ORIGINAL = 'one\ntwo\nthree\n';

/** The editor of our pages in a real browser, with a text that somebody else writes in, too. */
const HARNESS = `
import * as Y from 'yjs';
import { CodeEditor } from './app/room/code/code-editor';
import { openCursors } from './app/room/code/cursors';

window.begins = (original, marks) => {
  const theirs = new Y.Doc();
  theirs.clientID = 1;
  theirs.getText('code').insert(0, original);
  let marked = new Map();
  let selected = null;
  const editor = new CodeEditor({
    parent: document.querySelector('#place'),
    original,
    label: 'The code',
    leaving: 'leaving',
    onTooLong: () => {},
    onSelect: (now) => (selected = now),
    onText: () => (marked = editor.marks(marks, original)),
  });
  window.arrives = (writes) => {
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'room');
    mine.on('update', (update, origin) => origin !== 'room' && Y.applyUpdate(theirs, update, mine));
    theirs.on('update', (update, origin) => origin !== mine && Y.applyUpdate(mine, update, 'room'));
    editor.shows(mine.getText('code'), openCursors(mine, 'a1', () => {}));
    editor.mayWrite(writes);
    marked = editor.marks(marks, original);
  };
  window.theyWrite = (at, words) => theirs.getText('code').insert(at, words);
  window.mayWrite = (writes) => editor.mayWrite(writes);
  window.text = () => theirs.getText('code').toJSON();
  window.marked = () => [...marked];
  window.selected = () => selected?.lines ?? null;
};
`;

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: HARNESS, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfig: join(ROOT, 'tsconfig.json'),
  });
  script = outputFiles[0]?.text ?? '';
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent('<p id="leaving" hidden></p><div id="place"></div><button>after</button>');
  await page.addScriptTag({ content: script });
});
afterEach(() => page.close());

const does = (name: string, ...args: unknown[]) =>
  page.evaluate(([of, all]) => Reflect.get(window, of)(...all), [name, args] as const);
const editor = () => page.getByRole('textbox', { name: 'The code' });
const presses = async (...keys: string[]) => {
  for (const key of keys) await editor().press(key);
};
const shown = async () => (await page.locator('.cm-line').allInnerTexts()).join('\n');

async function opens(writes: boolean, marks: unknown[] = [], original = ORIGINAL): Promise<void> {
  await does('begins', original, marks);
  await does('arrives', writes);
}

/** As a menu, a shake or a keyboard on the screen does. */
const asksTo = (inputType: string) =>
  editor().evaluate(
    (place, type) =>
      place.dispatchEvent(
        new InputEvent('beforeinput', { inputType: type, bubbles: true, cancelable: true }),
      ),
    inputType,
  );

describe('before the text is here', () => {
  test('the original shows, and nothing can be written', async () => {
    await does('begins', ORIGINAL, []);
    expect(await shown()).toMatch(/^one\ntwo\nthree\n/);
    expect(await editor().getAttribute('aria-busy')).toBe('true');
    await does('theyWrite', 0, 'zero\n');
    await presses('Control+Home', 'x', 'Backspace', 'Enter');
    await does('arrives', true);
    expect(await shown()).toMatch(/^zero\none\ntwo/);
    expect(await editor().getAttribute('aria-busy')).toBeNull();
  });

  test('a copy that takes the place of another leaves focus, scroll position and selection', async () => {
    const long = Array.from({ length: 200 }, (_, no) => `line ${no + 1}`).join('\n');
    await page.addStyleTag({ content: ':root { --editor-height: 300px; --editor-most: 300px }' });
    await opens(true, [], long);
    await presses('Control+End', 'Shift+Home');
    const top = () => page.locator('.cm-scroller').evaluate(({ scrollTop }) => scrollTop);
    const before = await top();
    await does('theyWrite', 0, 'zero\n');
    await does('arrives', true);
    expect(await editor().evaluate((place) => place === document.activeElement)).toBe(true);
    expect(await does('selected')).toEqual({ from: 201, to: 201 });
    expect(Math.abs((await top()) - before)).toBeLessThan(60);
  });
});

describe('undo', () => {
  test('takes back what was typed in this window, and nothing else', async () => {
    await opens(true);
    await presses('Control+u');
    await asksTo('historyUndo');
    expect(await does('text')).toBe(ORIGINAL);
    await presses('Control+Home', 'm', 'y');
    await does('theyWrite', 2, 'their');
    for (let count = 0; count < 3; count += 1) await asksTo('historyUndo');
    await presses('Control+z', 'Control+u');
    expect(await does('text')).toBe(`their${ORIGINAL}`);
    await asksTo('historyRedo');
    expect(await does('text')).toBe(`mytheir${ORIGINAL}`);
  });

  test('is nothing for a reader, also for one who wrote before', async () => {
    await opens(true);
    await presses('Control+Home', 'm', 'y');
    await does('mayWrite', false);
    await presses('Control+z', 'Control+u', 'Control+y', 'x', 'Backspace', 'Enter', 'Control+Shift+k');
    await asksTo('historyUndo');
    expect(await does('text')).toBe(`my${ORIGINAL}`);
    expect(await shown()).toMatch(/^myone\n/);
  });
});

describe('Tab', () => {
  const hasLeft = () => page.getByRole('button').evaluate((button) => button === document.activeElement);

  test('indents, and after Escape it leaves the code, whatever Escape did and however long it takes', async () => {
    await opens(true);
    await presses('Control+Home', 'Tab');
    expect(await does('text')).toMatch(/^\s+one\n/);
    await presses('Shift+Tab', 'End', 'f', 'u', 'Shift+Home', 'Escape');
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
    });
    await presses('Tab');
    expect(await hasLeft()).toBe(true);
    expect(await does('text')).toBe('onefu\ntwo\nthree\n');
  });

  test('indents again after another key, and after coming back', async () => {
    await opens(true);
    await presses('Control+Home', 'Escape', 'ArrowRight', 'Tab');
    expect(await hasLeft()).toBe(false);
    await presses('Escape', 'Tab');
    expect(await hasLeft()).toBe(true);
    const before = await does('text');
    await presses('Control+Home', 'Tab');
    expect(await does('text')).not.toBe(before);
  });
});

describe('a mark', () => {
  const issue = {
    id: 'issue/leak',
    kind: 'issue',
    lines: { from: 2, to: 2 },
    title: 'a leak',
    shown: true,
  };
  const isOn = async (line: number) => {
    await expect.poll(() => does('marked')).toEqual([['issue/leak', [line]]]);
  };

  test('stays on its line where a line is added or joined at its very start', async () => {
    await opens(true, [issue]);
    await presses('Control+Home', 'ArrowDown', 'Enter');
    await isOn(3);
    expect(await page.locator('.cm-issue-line').innerText()).toBe('two');
    await presses('Backspace', 'Backspace');
    await isOn(1);
    expect(await page.locator('.cm-issue-line').innerText()).toBe('onetwo');
    await does('theyWrite', 0, '\n\n');
    await isOn(3);
  });
});

test('lines that are selected are those of now, also while others write above', async () => {
  await opens(false);
  await presses('Control+Home', 'ArrowDown', 'Shift+ArrowDown');
  expect(await does('selected')).toEqual({ from: 2, to: 2 });
  await does('theyWrite', 0, 'zero\n');
  expect(await does('selected')).toEqual({ from: 3, to: 3 });
});
