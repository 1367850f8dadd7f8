import { describe, expect, test } from 'vitest';
import type { Mark } from '../protocol/words';
import { healthOf } from './pack-health';
import type { Asking } from './ratings-of';

type Given = (number | null)[];

/** Askings of one question, each with its first ratings, and with the panel's mark of the one key point. */
function health(askings: Given[], mark: (no: number) => Mark | null = () => null) {
  const rows = askings.map(
    (_, no): Asking => ({
      roomId: `room-${no}`,
      ask: `ask-${no}`,
      itemId: 'q1',
      prompt: 'What did you do?',
      points: JSON.stringify({ p1: mark(no) }),
    }),
  );
  const ratings = askings.flatMap((given, no) => given.map((first) => ({ ask: `ask-${no}`, first })));
  const [question] = healthOf(rows, ratings, (_, pointId) => `text of ${pointId}`);
  if (!question) throw new Error('no question');
  return question;
}

const times = (count: number, given: Given): Given[] => Array.from({ length: count }, () => given);
const kinds = (askings: Given[], mark?: (no: number) => Mark | null) =>
  health(askings, mark).says.map(({ kind }) => kind);

describe('question health', () => {
  test('every asking counts, even one that nobody rated', () => {
    expect(health([[4, 4], [], [null], [3, 5]])).toMatchObject({ asked: 4, ratings: 4 });
    const enough = [...times(7, [4, 4]), [], [null], [3, 5]];
    expect(health(enough)).toMatchObject({ asked: 10, ratings: 16, mean: 4, spread: 0.25 });
  });

  test('below five askings or fifteen ratings it says neither a mean nor anything else', () => {
    for (const few of [times(4, [5, 5, 5, 5]), times(7, [5, 5])])
      expect(health(few)).toMatchObject({ says: [], mean: null, spread: null });
    expect(kinds(times(5, [5, 5, 5]))).toContain('ceiling');
  });

  test('a ceiling and a floor are four of five ratings at one end', () => {
    expect(health(times(5, [5, 5, 5, 5, 4])).says).toContainEqual({ kind: 'ceiling', share: 0.8 });
    expect(kinds(times(5, [5, 5, 5, 4]))).not.toContain('ceiling');
    expect(health(times(5, [1, 1, 1, 1])).says).toContainEqual({ kind: 'floor', share: 1 });
    expect(kinds(times(5, [5, 5, 5, 5]))).not.toContain('floor');
  });

  test('anchors that nobody used are named', () => {
    expect(health(times(5, [3, 4, 4])).says).toContainEqual({ kind: 'unused-anchors', values: [1, 2, 5] });
    expect(kinds(times(5, [1, 2, 3, 4, 5]))).not.toContain('unused-anchors');
  });

  test('it splits panels if half of the askings, at least five with two raters, have ratings two points apart', () => {
    const split = [...times(3, [2, 4, 4]), ...times(3, [4, 4, 4])];
    expect(health(split).says).toContainEqual({ kind: 'splits', share: 0.5 });
    expect(kinds([...split, [4, 4]])).not.toContain('splits');
    expect(kinds([...times(4, [1, 5, 3, 3]), [4], []])).not.toContain('splits');
  });

  test('a key point is always or never heard from five marked askings on; one that nobody marked says nothing', () => {
    const asked = times(6, [3, 4, 4]);
    const always = { kind: 'always-heard', points: ['text of p1'] };
    expect(health(asked, () => 'heard').says).toContainEqual(always);
    expect(health(asked, (no) => (no === 0 ? null : 'heard')).says).toContainEqual(always);
    expect(kinds(asked, (no) => (no < 2 ? null : 'heard'))).not.toContain('always-heard');
    expect(kinds(asked, (no) => (no === 0 ? 'partial' : 'heard'))).not.toContain('always-heard');
    expect(health(asked, () => 'missed').says).toContainEqual({
      kind: 'never-heard',
      points: ['text of p1'],
    });
    expect(kinds(asked)).toEqual(['unused-anchors']);
  });
});
