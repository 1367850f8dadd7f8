import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secondsOf } from '../room/rules';
import { CONTENT, SHIPPED, shipped } from '../testing/shipped-packs';
import { tallyOf } from './tally';

/** The page about packs has a row for each: its file, its readers, and its counts, by level too. */
const ROW = /^\| `(.+)\.md` \| .+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \/ (\d+) \/ (\d+) \/ (\d+) \|$/gm;
const page = (...path: string[]) => readFileSync(join(CONTENT, ...path), 'utf8');
const counted = SHIPPED.map(({ pack }) => {
  const { levels, kinds } = tallyOf(pack);
  const byLevel = ['junior', 'mid', 'senior', 'staff'].map((level) => levels[level] ?? 0);
  return [pack.id, pack.questions.length, kinds.behavioural ?? 0, pack.exercises.length, ...byLevel];
});

test('ten packs ship, and the pages say how many questions and exercises they hold', () => {
  const said = [...page('../docs/packs.md').matchAll(ROW)].map(([, id, ...counts]) => [
    id,
    ...counts.map(Number),
  ]);
  expect(said).toEqual(expect.arrayContaining(counted));
  expect([said.length, counted.length]).toEqual([10, 10]);
  const sum = (kind: 'questions' | 'exercises') =>
    SHIPPED.reduce((total, { pack }) => total + pack[kind].length, 0);
  expect(page('../README.md')).toContain(
    `(${sum('questions')} questions, ${sum('exercises')} code exercises)`,
  );
});

test.each(SHIPPED)('$pack.id says how to prepare', ({ reading }) => {
  expect(reading.counts.tips).toBeGreaterThanOrEqual(3);
});

test('a beginner finds a pack for them: most of it is junior or mid', () => {
  const { questions } = shipped('software-engineer').pack;
  const early = questions.filter(({ level }) => level === 'junior' || level === 'mid');
  expect(early.length / questions.length).toBeGreaterThan(0.9);
});

describe('the pack of system design', () => {
  const { questions } = shipped('system-design').pack;

  test('has cases of 25 to 40 minutes in stages, each with its facts and with milestones', () => {
    for (const { targetSeconds, followUps, facts, milestones } of questions) {
      expect(targetSeconds).toBeGreaterThanOrEqual(25 * 60);
      expect(targetSeconds).toBeLessThanOrEqual(40 * 60);
      expect(followUps.filter((stage) => stage.facts === null)).toEqual([]);
      expect(facts).not.toEqual([]);
      const times = milestones.map(({ atSeconds }) => atSeconds);
      expect(times.length).toBeGreaterThanOrEqual(2);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.filter((at) => at > (targetSeconds ?? 0))).toEqual([]);
    }
  });
});

describe('the behavioural pack', () => {
  const { questions } = shipped('behavioural-star').pack;

  test('asks two dozen times or more about something that happened, for less than three minutes', () => {
    expect(questions.filter(({ behavioural }) => !behavioural)).toEqual([]);
    expect(questions.filter(({ targetSeconds }) => (targetSeconds ?? 180) >= 180)).toEqual([]);
  });

  test.each(['situation', 'task', 'action', 'result'])(
    'says of every best answer what its %s holds',
    (part) => {
      const best = questions.map(({ anchors }) => anchors?.['5'].toLowerCase() ?? '');
      expect(best.filter((anchor) => !new RegExp(`\\b${part}s?\\b`).test(anchor))).toEqual([]);
    },
  );
});

test('every shipped exercise can be reviewed aloud, with one fix, in fifteen minutes', () => {
  const times = SHIPPED.flatMap(({ pack }) =>
    pack.exercises.map((item) => [item.id, secondsOf(item, null)] as const),
  );
  expect(times.filter(([, seconds]) => seconds > 15 * 60)).toEqual([]);
});
