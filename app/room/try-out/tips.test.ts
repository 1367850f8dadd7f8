import { expect, test } from 'vitest';
import { AUDIENCES, ROUND_PHASES } from '@/server/protocol/words';
import { type Stage, tipFor } from './tips';

const stage: Stage = {
  audience: 'panelist',
  phase: 'asking',
  ask: null,
  done: false,
  hand: false,
  hostName: 'Noor',
};
const live = { revealed: false, rated: 1, of: 4 };

test('there is a tip for everybody at every moment, and none is long', () => {
  for (const audience of AUDIENCES)
    for (const phase of [null, ...ROUND_PHASES])
      for (const ask of [null, live, { ...live, revealed: true }])
        for (const done of [true, false]) {
          const tip = tipFor({ ...stage, audience, phase, ask, done });
          expect(tip.length).toBeGreaterThan(20);
          expect(tip.length).toBeLessThan(140);
        }
});

test('a visitor who steers is told what to press, and others what happens automatically', () => {
  expect(tipFor({ ...stage, audience: 'host' })).toBe('Push a question to the candidate.');
  expect(tipFor(stage)).toBe('Noor asks a question in a few seconds.');
  expect(tipFor({ ...stage, ask: live, done: true })).toContain('Noor opens all of them');
});

test('a visitor in the hot seat is told that nobody hears them, and nothing about ratings to come', () => {
  const tip = tipFor({ ...stage, audience: 'candidate', ask: live });
  expect(tip).toContain('made up');
  expect(tip).not.toMatch(/\d/);
});
