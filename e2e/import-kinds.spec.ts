import { expect } from '@playwright/test';
import { docx, paragraph } from '../server/testing/docx';
import { expectAccessible } from './fixtures/accessible';
import { GOOGLE_DOC } from './fixtures/google-doc';
import { dropsAFile, pastes } from './fixtures/guides';
import type { Host } from './fixtures/host';
import { test } from './fixtures/test';

/** It can be played, but some of it is doubtful. */
const DOUBTFUL = `# Lighthouse panel

Last changed in autumn.

## Delivery

- How do you bring a ferry in at low tide?
- Who may call a crossing off?
- Boats and their crews
- Wind, tide, and who decides

## Signals

### Which light do you trust?

The one on the chart.

<!-- ask the pilots -->
`;

const preview = ({ page }: Host) => page.getByRole('tabpanel', { name: /^Preview/ });

async function keepsIt(host: Host): Promise<void> {
  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Keep it');
  await host.sees('Version 1, saved');
}

test('a Markdown guide is kept with its doubts, or each is fixed by one click beside its line', async ({
  host,
}) => {
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', DOUBTFUL);
  await host.sees('2 competencies, 3 questions from 11 lines; 3 kept as notes, 1 left out');
  await host.sees('You can keep the guide as it is.');

  // The margin says the same, line by line, and so do words for people who do not see it.
  const margin = host.page.locator('.cm-coverage');
  await expect(margin.getByText('note', { exact: true })).toHaveCount(2);
  await expect(margin.getByText('left out', { exact: true })).toHaveCount(1);
  await preview(host).getByText('3 lines kept as notes, 1 line left out').click();
  await host.sees('left out: a remark by the author');

  await preview(host).getByRole('button', { name: 'It’s a question' }).first().click();
  await host.sees('2 competencies, 4 questions');
  await preview(host).getByRole('button', { name: 'Leave it out' }).click();
  await host.sees('2 competencies, 4 questions from 10 lines; 1 kept as notes, 1 left out');
  await expect(preview(host).getByRole('heading', { name: /to check$/ })).toHaveCount(0);
  await keepsIt(host);
});

test('a doubt is fixed in the text itself, by keyboard', async ({ host }) => {
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', DOUBTFUL);
  await host.sees('3 questions');
  await host.page
    .getByRole('button', { name: /^Line 9, / })
    .first()
    .click();
  const panel = host.page.getByRole('listbox', { name: 'Diagnostics' });
  // The text can be written in before the doubts are beside it.
  await expect(async () => {
    await host.page.keyboard.press('Control+Shift+M');
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await panel.getByRole('button', { name: 'It’s a question' }).first().click();
  await host.sees('4 questions');
});

test('a text copied from Google Docs is pasted, tidied and kept', async ({ host }) => {
  await host.opens('/packs/import');
  await pastes(host, GOOGLE_DOC);
  await host.sees('2 competencies, 3 questions');
  await host.sees('The formatting was turned into Markdown.');
  await expect(host.page.getByRole('heading', { level: 1, name: 'Lighthouse panel' })).toBeFocused();
  const first = preview(host).getByRole('group').filter({ hasText: 'ferry' });
  await first.getByText('How do you bring a ferry in at low tide?').click();
  await expect(first).toContainText('A depth is a time, too');

  await host.presses('Tidy');
  await host.sees('Tidied');
  const editor = host.page.getByRole('textbox', { name: 'Markdown of the pack' });
  await expect(editor).toContainText('**Q: How do you bring a ferry in at low tide?**');
  await host.presses('Undo');
  await expect(editor).not.toContainText('**Q:');
  await host.presses('Tidy');
  await host.sees('2 competencies, 3 questions');
  await keepsIt(host);
});

test('a Word document is dropped, and played', async ({ host }) => {
  const document = await docx(
    [
      paragraph('Delivery', 'Heading1'),
      paragraph('How do you bring a ferry in at low tide?', 'Heading2'),
      paragraph('Reads the tide table', undefined, true),
      paragraph('Who may call a crossing off?', 'Heading2'),
      paragraph('Whoever sees the danger first.'),
      paragraph('Signals', 'Heading1'),
      paragraph('Which light do you trust?', 'Heading2'),
    ].join(''),
  );
  await host.opens('/packs/import');
  await dropsAFile(host, 'lighthouse_panel.docx', document);
  await host.sees('2 competencies, 3 questions');
  await host.sees('The Word document was turned into Markdown. Its title is the name of the file.');
  await keepsIt(host);
  await host.page.getByRole('link', { name: 'Set up a panel' }).click();
  await expect(host.page.getByRole('combobox', { name: 'Pack' })).toContainText('Lighthouse panel');
  await host.presses('Open the room');
  await host.page.waitForURL('**/room/*');
});

test('a table is read by its columns, which a person can correct', async ({ host }) => {
  const csv =
    'Area,What we say,What we hope to hear\nDelivery,Bring a ferry in at low tide,Reads the tide table; asks the pilot\nSignals,Trust a light,The one on the chart\n';
  await host.opens('/packs/import');
  await dropsAFile(host, 'lighthouse.csv', csv);
  // No column has questions by its name, so the person says which one does.
  const dialog = host.page.getByRole('dialog', { name: 'Columns of the table' });
  await dialog.getByRole('combobox', { name: 'What “What we say” holds' }).selectOption('Question');
  await dialog.getByRole('combobox', { name: 'What “What we hope to hear” holds' }).selectOption('Answer');
  await dialog.getByRole('button', { name: 'Use these columns' }).click();
  await host.sees('2 questions');

  await host.presses('Columns');
  await dialog.getByRole('combobox', { name: 'What “Area” holds' }).selectOption('Competency');
  await dialog
    .getByRole('combobox', { name: 'What “What we hope to hear” holds' })
    .selectOption('Key points');
  await dialog.getByRole('button', { name: 'Use these columns' }).click();
  await host.sees('2 competencies, 2 questions');
  await expect(preview(host)).toContainText('2 key points');
  await keepsIt(host);
});

test('cells copied from a spreadsheet, a page and a text in another encoding are accepted too', async ({
  host,
}) => {
  await host.opens('/packs/import');
  await pastes(host, {
    html: '<google-sheets-html-origin><table><tr><td>Question</td><td>Look for</td></tr></table>',
    text: 'Question\tLook for\nHow do you moor?\tTwo lines; calm\nWho watches?\tA name',
  });
  await host.sees('1 competency, 2 questions');
  await host.sees('The table was turned into Markdown.');
  await host.presses('Choose another file');
  await dropsAFile(host, 'crew.html', '<h1>Crew</h1><h2>Deck</h2><h3>How do you moor?</h3><p>Two lines.</p>');
  await host.sees('1 competency, 1 question');
  const windows = Buffer.from('# Équipage\r\n\r\n## Pont\r\n\r\n### Où dormez-vous ?\r\n', 'latin1');
  await dropsAFile(host, 'équipage.txt', windows);
  await host.sees('It was read as Windows-1252: check its accents and quotation marks.');
  await host.sees('Où dormez-vous ?');
});

test('on a phone text and preview are two tabs, and a doubt can be fixed in either', async ({ host }) => {
  await host.page.setViewportSize({ width: 390, height: 844 });
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', DOUBTFUL);
  await expect(host.page.getByRole('tab', { name: 'Preview, 2 to check' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await preview(host).getByRole('button', { name: 'It’s a question' }).first().click();
  await host.sees('4 questions');
  await host.page.getByRole('tab', { name: 'Text' }).click();
  await expect(host.page.locator('.cm-coverage')).toBeVisible();
});

test('the import of a guide with doubts is accessible', async ({ host }) => {
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', DOUBTFUL);
  await host.sees('You can keep the guide as it is.');
  await expectAccessible(host, 'a guide with doubts');
});
