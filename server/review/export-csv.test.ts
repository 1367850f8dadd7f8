import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Scorecard } from '../protocol/scorecard';
import { interview, roomAfter } from '../testing/interview';
import { lena, priya, ROUND } from '../testing/interview-script';
import { CSV_COLUMNS, csvRows } from './export-csv';
import { scorecardFor } from './scorecard';

function cardOf(memberId: string): Scorecard {
  const card = scorecardFor(roomAfter(interview()), ROUND, memberId);
  if (!card) throw new Error(`${memberId} has no scorecard`);
  return card;
}

const notesOn = ({ asks }: Scorecard) => asks.flatMap(({ evidence }) => evidence.map(({ text }) => text));

test('the columns match the documentation, in order', () => {
  const [, csv = ''] = readFileSync('docs/exports.md', 'utf8').split('\n## CSV\n');
  const [section = ''] = csv.split('\n## ');
  const columns = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(columns).toEqual(CSV_COLUMNS);
});

test('a note shared by somebody without a revealed rating has its own row', () => {
  const card = cardOf(priya);
  const authors = card.asks.flatMap(({ evidence }) => evidence.map(({ memberId }) => memberId));
  expect(authors).not.toHaveLength(0);
  for (const ask of card.asks) if (ask.panel) ask.panel.ratings = [];
  const rows = csvRows(card);
  for (const note of notesOn(card)) expect(rows.split(note)).toHaveLength(2);
});

test('a note whose author is hidden is in a row without a name, beside those of the raters', () => {
  const card = cardOf(lena);
  expect(notesOn(card)).not.toHaveLength(0);
  for (const ask of card.asks) for (const note of ask.evidence) note.memberId = null;
  const rows = csvRows(card);
  for (const note of notesOn(card)) expect(rows.split(note)).toHaveLength(2);
  expect(rows).toContain(',Marcus');
});
