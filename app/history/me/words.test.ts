import { expect, test } from 'vitest';
import { calibrationInWords, driftInWords, movedInWords, nothingToPractise, severityInWords } from './words';

test('a severity needs ten shared questions', () => {
  expect(severityInWords({ shared: 9, needed: 10, difference: null })).toContain('After 10');
  expect(severityInWords({ shared: 10, needed: 10, difference: -0.8 })).toContain('0.8 lower');
  expect(severityInWords({ shared: 10, needed: 10, difference: 0.1 })).toContain('like the others');
});

test('how often somebody moved', () => {
  expect(movedInWords({ times: 0, asks: 0 })).toBeNull();
  expect(movedInWords({ times: 2, asks: 9 })).toBe('After talking you changed 2 of 9 ratings.');
});

test('a self-rating above the panel’s is described as that, with each question weighing the same', () => {
  const round = (difference: number, asks: number) => ({ roomId: '', roundId: '', at: 0, difference, asks });
  expect(calibrationInWords([])).toContain('green room');
  expect(calibrationInWords([round(1, 3), round(-1, 1)])).toContain('0.5 above the panel, over 4 questions');
  expect(calibrationInWords([round(-1, 3)])).toContain('below');
});

test('whether somebody moves closer to the panel shows from six rounds on', () => {
  const rounds = (differences: number[]) =>
    differences.map((difference, index) => ({
      roomId: `rm_${index}`,
      roundId: 'r1',
      at: index,
      difference,
      asks: 5,
    }));
  expect(calibrationInWords(rounds([1, -1, 1, 0.1, -0.1]))).not.toMatch(/Lately/);
  expect(calibrationInWords(rounds([1, -1, 1, 0.1, -0.1, 0]))).toMatch(/Lately you are closer/);
  expect(calibrationInWords(rounds([0.1, -0.1, 0, 1, -1, 1]))).toMatch(/Lately you are further/);
  expect(calibrationInWords(rounds([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]))).not.toMatch(/Lately/);
});

test('a drift from the packs is described with its direction, with each sample weighing the same', () => {
  const warmUp = (difference: number, samples: number) => ({ at: 0, difference, samples });
  expect(driftInWords([])).toContain('Warm up');
  expect(driftInWords([warmUp(1, 2), warmUp(0.5, 1)])).toContain(
    '0.8 higher than their packs, over 3 sample',
  );
  expect(driftInWords([warmUp(-1, 2)])).toContain('1.0 lower');
  expect(driftInWords([warmUp(0, 2)])).toContain('as their packs do');
});

test('where there is nothing to practise, the reason is the true one', () => {
  expect(nothingToPractise({ rounds: 0, rated: 0 }).children).toContain('first round');
  expect(nothingToPractise({ rounds: 2, rated: 0 }).children).toContain('2 rounds, but have no ratings');
  expect(nothingToPractise({ rounds: 2, rated: 4 }).title).toBe('Nothing fell behind');
});
