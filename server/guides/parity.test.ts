import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import { readPack } from './read-pack';

/** The results of the previous reader: history depends on a pack's ids. */
interface ReadBefore {
  /** The first digits of the source's SHA-256: a pack that was rewritten since cannot be compared. */
  version: string;
  title: string;
  counts: number[];
  groups: string[];
  ids: string[];
  prompts: string;
  parts: string;
}

const BEFORE: Record<string, ReadBefore> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/read-before.json'), 'utf8'),
);
const hash = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

function sourceOf(name: string): string {
  const fixture = join(import.meta.dirname, 'fixtures', name);
  return readFileSync(
    existsSync(fixture) ? fixture : resolve(import.meta.dirname, '../../content', name),
    'utf8',
  );
}

function partsOf(pack: Pack): unknown {
  const followUps = (item: { followUps: { id: string; text: string; when: string | null }[] }) =>
    item.followUps.map(({ id, text, when }) => [id, text, when]);
  return [
    pack.questions.map((item) => {
      const { points, anchors, weakAnswers, why, level, targetSeconds, behavioural } = item;
      return [points, followUps(item), anchors, weakAnswers, why, level, targetSeconds, behavioural];
    }),
    pack.exercises.map((item) => {
      const { points, reasons, hints, original, improved, title, language, groupId, anchors } = item;
      return [points, reasons, hints, original, improved, title, language, groupId, anchors, followUps(item)];
    }),
    pack.tips,
  ];
}

const unchanged = Object.entries(BEFORE).filter(([name, { version }]) =>
  createHash('sha256').update(sourceOf(name)).digest('hex').startsWith(version),
);

test('most earlier results are available for comparison', () => {
  expect(unchanged.length).toBeGreaterThan(20);
});

test.each(unchanged)('%s is read as before, with the same ids', (name, before) => {
  const { pack, counts, problems } = readPack(sourceOf(name), { id: name.slice(0, -3) });
  if (!pack) throw new Error(JSON.stringify(problems));
  const items = [...pack.questions, ...pack.exercises];
  expect({
    version: pack.version.slice(0, 16),
    title: pack.title,
    counts: Object.values(counts).slice(0, 6),
    groups: pack.groups.map(({ id }) => id),
    ids: items.map(({ id }) => id),
    prompts: hash(items.map(({ prompt }) => prompt)),
    parts: hash(partsOf(pack)),
  }).toEqual(before);
});
