import { expect, test } from 'vitest';
import { readPack } from '../guides/read-pack';
import { searchPacks } from './search';

function packOf(source: string) {
  const reading = readPack(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.pack;
}

const crew = packOf(`# Crew

## Deck

### How do you find an N+1 query?

- Looks at the log. _Context: one query for each row._

**Tags:** databases

### What do you do when two skippers disagree?

- Names the conflict

### Où dormez-vous ?

Das Öl liegt im Keller.
`);
const port = packOf(`# Port

## Gate

### Exercise: Slow the callers

**Original Code:**

\`\`\`js
take();
\`\`\`

**Issues:**
- [high] Nothing is rate-limited. _Context: one caller takes all._
`);
const found = (query: string) => searchPacks([crew, port], query).map(({ title }) => title);

test('questions are found by their usual words', () => {
  expect(found('N+1')).toEqual(['How do you find an N+1 query?']);
  expect(found('rate limit')).toEqual(['Slow the callers']);
  expect(found('Conflicts')).toEqual(['What do you do when two skippers disagree?']);
  expect(found('database')).toEqual(['How do you find an N+1 query?']);
  expect(found('ou dormez')).toEqual(['Où dormez-vous ?']);
  expect(found('OL keller')).toEqual(['Où dormez-vous ?']);
});

test('words next to each other come before the same words far apart', () => {
  const apart = packOf(
    '# P\n\n## A\n\n### Which rate?\n\n- It has a limit\n\n### What now?\n\n- A rate limit\n',
  );
  expect(searchPacks([apart], 'rate limit').map(({ title }) => title)).toEqual(['What now?', 'Which rate?']);
});

test('every word must match, and a part of another word does not count', () => {
  expect(found('query skippers')).toEqual([]);
  expect(found('imit')).toEqual([]);
  expect(found(' +- ')).toEqual([]);
});

test('a match outside the title is shown, and titles come first', () => {
  expect(searchPacks([port], 'limited')[0]).toMatchObject({
    packId: 'port',
    kind: 'exercise',
    found: { where: 'issue', text: 'Nothing is rate-limited. · one caller takes all.' },
  });
  expect(searchPacks([crew], 'query')[0]?.found).toBeNull();
  expect(found('one')).toEqual(expect.arrayContaining(['Slow the callers', 'How do you find an N+1 query?']));
});

test('every form of a word finds the others', () => {
  const forms = packOf(
    '# P\n\n## A\n\n### Which query is slow?\n\n- The index\n\n### When do retries help?\n\n- One process waits\n\n### Who caches what?\n\n- Rate-limiting\n',
  );
  const titles = (query: string) => searchPacks([forms], query).map(({ title }) => title);
  expect(titles('queries')).toEqual(['Which query is slow?']);
  expect(titles('indexes')).toEqual(['Which query is slow?']);
  expect(titles('retry')).toEqual(['When do retries help?']);
  expect(titles('processes')).toEqual(['When do retries help?']);
  expect(titles('caching')).toEqual(['Who caches what?']);
  expect(titles('rate limits')).toEqual(['Who caches what?']);
  expect(titles('ratio')).toEqual([]);
  expect(found('n + 1')).toEqual(['How do you find an N+1 query?']);
});
