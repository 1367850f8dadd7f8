import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from './read-pack';

interface Expected {
  groups: number;
  questions: number;
  keyPoints?: number;
  answers?: number;
  exercises?: number;
  followUps?: number;
  weakAnswers?: number;
  /** Questions with anchors. */
  anchors?: number;
  /** Questions whose prompt has code. */
  code?: number;
  title?: string;
  prompts?: string[];
  groupTitles?: string[];
}

const folder = join(import.meta.dirname, 'fixtures/kinds');
const KINDS: [file: string, expected: Expected][] = Object.entries(
  JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
);

test.each(KINDS)('%s is read whole, and every line of it is accounted for', (file, expected) => {
  const reading = readPack(readFileSync(join(folder, file), 'utf8'), { name: file });
  const { pack, counts, coverage, title } = reading;
  const read = {
    ...counts,
    title,
    followUps: pack?.questions.flatMap(({ followUps }) => followUps).length,
    weakAnswers: pack?.questions.flatMap(({ weakAnswers }) => weakAnswers).length,
    anchors: pack?.questions.filter(({ anchors }) => anchors !== null).length,
    code: pack?.questions.filter(({ code }) => code !== null).length,
    prompts: pack?.questions.map(({ prompt }) => prompt),
    groupTitles: pack?.groups.map((group) => group.title),
  };
  expect(read).toMatchObject(expected);
  expect(coverage.used + coverage.notes + coverage.leftOut).toBe(coverage.lines);
  expect(coverage.spans.filter(({ reason }) => reason === 'not understood')).toEqual([]);
});
