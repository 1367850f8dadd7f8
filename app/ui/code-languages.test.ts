import { describe, expect, test } from 'vitest';
import { colourist } from './code-colours';
import { CODE_LANGUAGES, readingOf } from './code-languages';

/** A line of each with a word and a text that have colours: an entry without a line here fails. */
const LINES: Record<string, string> = {
  ruby: 'return "tide" if late',
  typescript: 'const tide: string = "high";',
  javascript: 'const tide = "high";',
  sql: "select name from tides where id = 'high'",
  python: 'return "tide" if late else None',
  go: 'var tide = "high"',
  java: 'class Tide { String now = "high"; }',
  yaml: 'tide: "high" # today',
};

describe.each(CODE_LANGUAGES)('$name', ({ id, also }) => {
  test('has colours by each of its words, in either case', async () => {
    for (const word of [id, id.toUpperCase(), ...also]) {
      const colour = await colourist(word);
      const words = colour?.(LINES[id] ?? '').flat() ?? [];
      expect({ word, coloured: words.filter(({ as }) => as !== '').length > 1 }).toEqual({
        word,
        coloured: true,
      });
      expect(words.map(({ text }) => text).join('')).toBe(LINES[id]);
    }
  });
});

test('every word names one language', () => {
  const words = CODE_LANGUAGES.flatMap(({ id, also }) => [id, ...also]);
  expect(new Set(words).size).toBe(words.length);
});

test('a language without an entry has no colours', async () => {
  for (const word of ['cobol', '', 'constructor', '__proto__', null])
    expect(await readingOf(word)).toBeNull();
});
