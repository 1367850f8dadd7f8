import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './fixtures/accessible';
import { BROKEN, dropsAFile, WHOLE } from './fixtures/guides';
import type { Host } from './fixtures/host';
import { test } from './fixtures/test';

/** Puts the cursor at the end of a line and writes there. */
async function writesBelow({ page }: Host, line: number, text: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^Line ${line}, `) })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: 'Markdown of the pack' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.insertText(text);
}

const ASKED =
  '\n\n**Q1: Who may call one off?**\n\n- The one who sees it first. _Context: it must cost them nothing._';

/** The vertical position of its middle in the window, in pixels. */
async function middleOf(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  return box ? box.y + box.height / 2 : Number.NaN;
}

test('a guide is dropped in, its problem is fixed beside the line, and it is kept and played', async ({
  host,
}) => {
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', BROKEN);
  await host.sees('1 problem to fix');
  await host.sees(/^Nothing here is read as a question/);
  await expect(host.page.getByRole('heading', { level: 1 })).toBeFocused();
  const mark = host.page.locator('.cm-lint-marker-error');
  const number = host.page.locator('.cm-lineNumbers .cm-gutterElement').getByText('5', { exact: true });
  // Within half a line.
  await expect.poll(async () => Math.abs((await middleOf(mark)) - (await middleOf(number)))).toBeLessThan(9);

  // A guide with a problem is not kept, and the message leads to the line.
  await host.presses('Keep it');
  await host.sees(/^Line 5: Nothing here is read as a question/);
  await writesBelow(host, 5, ASKED);
  await host.sees('1 competency, 1 question');
  await expect(mark).toHaveCount(0);

  await host.presses('Keep it');
  await host.sees('Enter the name');
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Keep it');
  await host.page.waitForURL('**/packs/own-*');
  await host.sees('Version 1, saved');

  await host.page.getByRole('link', { name: 'Set up a panel' }).click();
  await expect(host.page.getByRole('combobox', { name: 'Pack' })).toContainText('Lighthouse panel');
  await host.sees('Who may call one off?');
  await host.doesNotSee(/^Anybody can read this pack/);
  await host.presses('Open the room');
  await host.page.waitForURL('**/room/*');
  await host.sees('Lighthouse panel');
});

test('a person can choose another guide, and return to the one before with everything written in it', async ({
  host,
}) => {
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', BROKEN);
  await host.sees('1 problem to fix');
  await writesBelow(host, 5, ASKED);
  await host.sees('1 competency, 1 question');
  await dropsAFile(host, 'photo.jpg', '\u0000not a guide');
  await host.sees('photo.jpg is not text');
  await host.presses('Choose another file');
  await expect(host.page.getByRole('heading', { level: 1, name: 'Import a guide' })).toBeFocused();
  await host.presses('Back to the previous guide');
  await host.sees('1 competency, 1 question');

  // A link leads away from the page without asking, so the page keeps the text for coming back.
  await host.page.getByRole('link', { name: 'Packs', exact: true }).click();
  await host.page.getByRole('link', { name: 'Import a guide' }).click();
  await host.presses('Back to the previous guide');
  await host.sees('1 competency, 1 question');
});

test('a guide that is used once is played, but is in no list', async ({ host }) => {
  await host.opens('/packs/import');
  await host.page.getByRole('textbox', { name: 'Or paste it' }).fill(WHOLE);
  await host.presses('Read it');
  await host.sees('2 competencies, 2 questions');
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Use it once');
  await host.page.waitForURL('**/new?pack=own-*');
  await host.sees('Which light do you trust?');
  await host.presses('Open the room');
  await host.page.waitForURL('**/room/*');
  await host.opens('/packs');
  await host.sees('You keep no packs yet');
});

test('a copy of a shipped pack is changed, reset to an earlier version, deleted and restored', async ({
  host,
}) => {
  await host.signsIn();
  await host.opens('/packs');
  await host.presses('More for Oyster panel');
  await host.page.getByRole('menuitem', { name: 'Make a copy of my own' }).click();
  await host.page.waitForURL('**/packs/own-*');
  const editor = host.page.getByRole('textbox', { name: 'Markdown of the pack' });
  await editor.click();
  await host.page.keyboard.press('Control+End');
  await host.page.keyboard.insertText('\nA last remark.\n');
  await host.sees('Changed since version 1');
  await host.page.keyboard.press('Control+S');
  await host.sees('Version 2, saved');

  const bringsBack = async (version: number) => {
    await host.presses('More');
    await host.page.getByRole('menuitem', { name: 'Versions' }).click();
    await host.presses(`Bring back version ${version}`);
    await host.sees('Changed since version 2');
  };
  await bringsBack(1);
  await host.presses('Undo');
  await host.sees('Version 2, saved');
  await bringsBack(1);
  await host.presses('Save');
  await host.sees('Version 3, saved');
  await expect(host.page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();

  // Tab leaves the editor, so that it is not a keyboard trap.
  await editor.click();
  await host.page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();

  await host.opens('/packs');
  const mine = host.page.getByRole('region', { name: 'My packs' });
  await mine.getByRole('button', { name: 'More for Copy of Oyster panel' }).click();
  await host.page.getByRole('menuitem', { name: 'Delete' }).click();
  await host.sees('You keep no packs yet');
  await host.presses('Undo');
  await host.sees('version 3, today');
});

test('two tabs change one pack: the last to save is told, may look at the other version, and loses nothing', async ({
  host,
}) => {
  await host.opens('/packs/import');
  await host.page.getByRole('textbox', { name: 'Or paste it' }).fill(WHOLE);
  await host.presses('Read it');
  await host.sees('2 competencies, 2 questions');
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Keep it');
  await host.sees('Version 1, saved');
  const editorIn = (page: Page) => page.getByRole('textbox', { name: 'Markdown of the pack' });
  const other = await host.page.context().newPage();
  await other.goto(host.page.url());
  await editorIn(other).click();
  await other.keyboard.press('Control+End');
  await other.keyboard.insertText('\nA remark of the other tab.\n');
  await expect(other.getByText('Changed since version 1')).toBeVisible();

  await editorIn(host.page).click();
  await host.page.keyboard.press('Control+End');
  await host.page.keyboard.insertText('\nA remark of this tab.\n');
  await host.presses('Save');
  await host.sees('Version 2, saved');
  await editorIn(host.page).click();
  await host.page.keyboard.insertText('\nAnother, not saved yet.\n');
  await host.sees('Changed since version 2');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByRole('button', { name: 'Look at version 2' }).click();
  await expect(editorIn(other)).toContainText('A remark of this tab.');
  await expect(other.getByText('You have unsaved text here, written on version 1')).toBeVisible();
  await other.getByRole('button', { name: 'Bring it back' }).click();
  await expect(editorIn(other)).toContainText('A remark of the other tab.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Version 3, saved')).toBeVisible();

  // Each tab finds its own text again, though both wrote at once.
  await host.page.reload();
  await host.sees('You have unsaved text here, written on version 2');
  await host.presses('Bring it back');
  await expect(editorIn(host.page)).toContainText('Another, not saved yet.');
});

test('a pack that was deleted by mistake is restored with its unsaved changes', async ({ host }) => {
  await host.signsIn();
  await host.opens('/packs');
  await host.presses('More for Behavioural panel (STAR)');
  await host.page.getByRole('menuitem', { name: 'Make a copy of my own' }).click();
  await host.page.waitForURL('**/packs/own-*');
  await host.page.getByRole('textbox', { name: 'Markdown of the pack' }).click();
  await host.page.keyboard.press('Control+End');
  await host.page.keyboard.insertText('\nA remark that was never saved.\n');
  await host.sees('Changed since version 1');
  await host.presses('More');
  await host.page.getByRole('menuitem', { name: 'Delete' }).click();
  await host.page.waitForURL('**/packs');
  host.expectsInConsole(/net::ERR_FAILED/);
  await host.page.route('**/put-back', (route) => route.abort());
  await host.presses('Undo');
  await host.sees('Copy of Behavioural panel (STAR) couldn’t be put back');
  await host.page.unroute('**/put-back');
  await host.presses('Try again');
  await host.page.getByRole('link', { name: 'Copy of Behavioural panel (STAR)', exact: true }).click();
  await host.presses('Bring it back');
  await expect(host.page.getByText('A remark that was never saved.')).toBeVisible();
});

test('a guide is chosen as a file, kept, and downloaded to the byte under its title', async ({ host }) => {
  const text = WHOLE.replace('panel', '(Übung)').replaceAll('\n', '\r\n');
  const file = Buffer.from(`\uFEFF${text}`);
  await host.opens('/packs/import');
  const chooser = host.page.waitForEvent('filechooser');
  await host.presses('Choose a file');
  await (await chooser).setFiles({ name: 'guide.md', mimeType: 'text/markdown', buffer: file });
  await host.sees('2 competencies, 2 questions');
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Keep it');
  await host.sees('Version 1, saved');
  const arrives = host.page.waitForEvent('download');
  await host.presses('More');
  await host.page.getByRole('menuitem', { name: 'Download as Markdown' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe('Lighthouse (Übung).md');
  expect(await readFile(await download.path())).toEqual(file);
});

test('the pages of packs are accessible', async ({ host }) => {
  await host.opens('/packs');
  await expectAccessible(host, 'packs');
  await host.opens('/packs/import');
  await expectAccessible(host, 'import');
  await host.presses('Begin with an example');
  await host.sees('2 competencies, 2 questions');
  await expectAccessible(host, 'a guide on its way in');
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Keep it');
  await host.sees('Version 1, saved');
  await expectAccessible(host, 'a pack being edited');
});
