import { expect, test } from 'vitest';
import { type NextInput, nextAction } from './next-action';

const LIVE = { status: 'live', revealed: false, rated: 0, of: 3 } as const;
const AT_FIRST: NextInput = {
  phase: 'asking',
  live: null,
  next: 'q1',
  hasAsked: false,
  isHost: true,
  isObserver: false,
  rates: true,
  hasRated: false,
  hasVerdict: false,
  verdicts: null,
  isPeer: true,
  nextCandidate: 'mb_lee',
};
const stepOf = (change: Partial<NextInput>) => nextAction({ ...AT_FIRST, ...change }).step;

test('with nothing live the next question is pushed; when all was asked, its host finishes', () => {
  expect(stepOf({})).toEqual({ kind: 'push', itemId: 'q1' });
  expect(stepOf({ next: null, hasAsked: true })).toEqual({ kind: 'finish' });
  expect(stepOf({ next: null, hasAsked: true, isHost: false })).toBeNull();
  expect(stepOf({ isObserver: true, isHost: false })).toBeNull();
});

test('a live question is rated first, then revealed by the host, and after that the next is pushed', () => {
  expect(stepOf({ live: LIVE })).toEqual({ kind: 'rate' });
  expect(stepOf({ live: { ...LIVE, rated: 1 }, hasRated: true })).toEqual({ kind: 'reveal' });
  expect(stepOf({ live: { ...LIVE, rated: 1 }, hasRated: true, isHost: false })).toBeNull();
  expect(stepOf({ live: { ...LIVE, rated: 3, revealed: true }, hasRated: true, isHost: false })).toEqual({
    kind: 'push',
    itemId: 'q1',
  });
});

test('a host who only steers reveals as soon as somebody has rated', () => {
  expect(stepOf({ live: LIVE, rates: false })).toBeNull();
  expect(stepOf({ live: { ...LIVE, rated: 1 }, rates: false })).toEqual({ kind: 'reveal' });
});

test('in deliberation a verdict is given, and the host opens the debrief once all are in', () => {
  const verdicts = { in: 1, of: 3, opened: false };
  const deliberating = { phase: 'deliberating', verdicts } as const;
  expect(stepOf(deliberating)).toEqual({ kind: 'judge' });
  expect(stepOf({ ...deliberating, hasVerdict: true })).toBeNull();
  const open = { ...deliberating, verdicts: { ...verdicts, in: 3, opened: true } };
  expect(stepOf(open)).toEqual({ kind: 'open-debrief' });
  expect(stepOf({ ...open, isHost: false })).toBeNull();
});

test('peers publish in the debrief, a led panel decides there, and then the host starts the next round', () => {
  expect(stepOf({ phase: 'debrief' })).toEqual({ kind: 'publish' });
  expect(stepOf({ phase: 'debrief', isPeer: false })).toEqual({ kind: 'decide' });
  expect(stepOf({ phase: 'debrief', isPeer: false, isHost: false })).toBeNull();
  expect(stepOf({ phase: 'published' })).toEqual({ kind: 'start', candidateId: 'mb_lee' });
  expect(stepOf({ phase: 'closed', isPeer: false, nextCandidate: null })).toEqual({ kind: 'publish' });
  expect(stepOf({ phase: 'published', isPeer: false, nextCandidate: null })).toBeNull();
  expect(stepOf({ phase: 'published', isHost: false })).toBeNull();
});
