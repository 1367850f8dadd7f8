import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Question } from '../protocol/pack';
import { readPack } from './read-pack';

function shipped(id: string) {
  return readPack(readFileSync(resolve(import.meta.dirname, `../../content/${id}.md`), 'utf8'));
}

test.each(['oyster-panel', 'behavioural-star', 'typescript-platform'])('%s says how to prepare', (id) => {
  expect(shipped(id).counts.tips).toBeGreaterThanOrEqual(3);
});

test('the platform pack is a bank of thirty questions or more', () => {
  expect(shipped('typescript-platform').counts.questions).toBeGreaterThanOrEqual(30);
});

describe('the behavioural pack', () => {
  const questions: Question[] = shipped('behavioural-star').pack?.questions ?? [];

  test('asks two dozen times or more for something that happened, told in under three minutes', () => {
    expect(questions.length).toBeGreaterThanOrEqual(24);
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
