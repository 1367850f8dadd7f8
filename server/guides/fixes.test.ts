import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PackEdit } from '../protocol/pack';
import { readPack } from './read-pack';

const fixtures = join(import.meta.dirname, 'fixtures');
const FILES = [fixtures, join(fixtures, 'kinds')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
);
const MORE: [string, string][] = [
  ['an id that is none', '# T\n\n## Deck\n\n### How do you moor? {#a b}\n\nWell.\n'],
  ['one id twice', '# T\n\n## Deck\n\n### How do you moor? {#a}\n\nWell.\n\n### Who watches? {#a}\n\nAda.\n'],
  ['no title', '## Deck\n\n### How do you moor?\n\nWell.\n\n## Galley\n\n### What do you cook?\n\nSoup.\n'],
  [
    'settings and no title',
    '---\nid: crew\n---\n\n## Deck\n\n### How?\n\nWell.\n\n## Galley\n\n### Who?\n\nAda.\n',
  ],
  [
    'an open fence',
    '# T\n\n## Deck\n\n### How do you moor?\n\n```js\nmoor();\n\n**Level:** senior\n\n### Who watches?\n\nAda.\n',
  ],
  [
    'a bad anchor',
    '# T\n\n## Deck\n\n### How do you moor?\n\n**Anchors:**\n- 1: a\n- 3: b\n- 5: c\n- good: d\n',
  ],
  [
    'a question twice',
    '# T\n\n## Deck\n\n### How do you moor?\n\n### Who watches?\n\n### How do you moor?\n',
  ],
];

test.each([...FILES, ...MORE])('%s: whatever a fix changes takes its doubt away', (_name, source) => {
  const doubts = (text: string, code: string) =>
    readPack(text)
      .warnings.filter((warning) => warning.code === code)
      .reduce((sum, { lines }) => sum + lines.length, 0);
  const asked = readPack(source).counts.questions;
  for (const { code, fixes } of readPack(source).warnings)
    for (const { kind, edits } of fixes) {
      const after = applyEdits(source, edits);
      if (kind === 'question')
        expect(readPack(after).counts.questions, `${code}\n${after}`).toBe(asked + edits.length);
      expect(doubts(after, code), `${kind} of ${code} gives\n${after}`).toBeLessThan(doubts(source, code));
    }
});

function applyEdits(source: string, edits: readonly PackEdit[]): string {
  const lines = source.split('\n');
  for (const { from, to, text } of [...edits].sort((a, b) => b.from - a.from))
    lines.splice(from - 1, to - from + 1, ...(text === '' ? [] : text.split('\n')));
  return lines.join('\n');
}
