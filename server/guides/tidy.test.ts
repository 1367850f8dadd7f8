import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import { readPack } from './read-pack';
import { tidyPack } from './tidy';

const fixtures = join(import.meta.dirname, 'fixtures');
const content = resolve(import.meta.dirname, '../../content');
const FILES = [content, fixtures, join(fixtures, 'kinds')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => join(folder, name)),
);

/** Everything except what depends on the source's bytes, in the order of the groups. */
function saidBy({ version: _version, familyId: _family, questions, exercises, ...pack }: Pack) {
  const byGroup = <T extends { groupId: string | null }>(items: T[]) =>
    [...pack.groups.map(({ id }) => id), null].flatMap((id) => items.filter(({ groupId }) => groupId === id));
  return { ...pack, questions: byGroup(questions), exercises: byGroup(exercises) };
}

test.each(FILES.map((file) => [file.slice(resolve(import.meta.dirname, '../..').length + 1), file]))(
  '%s in the documented form is the same pack, without a warning',
  (_name, file) => {
    const read = readPack(readFileSync(file, 'utf8'), { name: file });
    if (!read.pack) throw new Error(JSON.stringify(read.problems));
    const again = readPack(tidyPack(read.pack, read.named));
    expect(again.problems).toEqual([]);
    expect(again.pack && saidBy(again.pack)).toEqual(saidBy(read.pack));
  },
);

test('it has only ids that the author wrote, so that a kept pack can follow its questions', () => {
  const read = readPack(
    '# Deck\n\n## Ropes\n\n### How do you moor? {#moor}\n\nWell.\n\n### Who watches?\n\nAda.\n',
  );
  if (!read.ok) throw new Error('not read');
  expect(tidyPack(read.pack, read.named).match(/\{#.*?\}/g)).toEqual(['{#moor}']);
});
