import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const reading = readPack(readFileSync(join(import.meta.dirname, 'fixtures/everything.md'), 'utf8'));

test('everything that a pack can say is read without a warning', () => {
  expect(reading).toMatchObject({ ok: true, problems: [], warnings: [], coverage: { notes: 0, leftOut: 0 } });
});

test('the brief is part of the pack, and not a competency', () => {
  expect(reading.pack?.brief).toEqual([
    { title: 'The role', lines: ['Somebody who ships.'] },
    { title: 'What counts', lines: ['What was said after a follow-up counts.', 'A used hint is told.'] },
  ]);
  expect(reading.pack?.groups).toMatchObject([
    {
      id: 'delivery',
      notes: [],
      definition: {
        is: 'getting changes to people.',
        isNot: 'typing fast.',
        signs: ['Small steps', 'A way back'],
        contaminants: ['Fluency'],
      },
    },
  ]);
});

test('a question has samples that name its points, facts, times and tags', () => {
  expect(reading.pack?.questions).toMatchObject([
    {
      id: 'ship',
      classic: true,
      tags: ['N+1', 'pagination'],
      notWith: ['other', 'elsewhere/another'],
      facts: ['The team has five people.'],
      milestones: [
        { atSeconds: 60, text: 'names a step' },
        { atSeconds: 150, text: 'names a way back' },
      ],
      followUps: [
        {
          text: 'What if traffic doubles?',
          when: 'the sizing is done.',
          facts: '40,000 requests a second; 70 % reads.',
        },
      ],
      anchors: { '2': 'Names a step.', '4': 'Has a way back.' },
      samples: [
        {
          rating: 2,
          text: 'We ship on Fridays.\n\nIt mostly works.',
          heard: ['ship-p1'],
          partial: ['ship-p2'],
          notHigher: 'no way back is named.',
          notLower: 'it has a rhythm.',
        },
        { rating: 5, heard: ['ship-p1', 'ship-p2', 'ship-p3'], partial: [], notHigher: null },
      ],
      answer: null,
      notes: [],
    },
  ]);
});

test('an exercise has checks, data and what a hint means', () => {
  expect(reading.pack?.exercises).toMatchObject([
    {
      id: 'sum',
      tags: ['loops'],
      afterHint: 'at most a 3.',
      checks: {
        shown: expect.stringContaining('empty cart'),
        hidden: expect.stringContaining('two add up'),
        data: 'create table a (b int);',
      },
      samples: [{ rating: 3, text: 'It adds now.', heard: ['sum-p1'] }],
      notes: [],
    },
  ]);
});
