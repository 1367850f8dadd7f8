import { expect, test } from 'vitest';
import { aMine } from '@/app/live/fake-link';
import { type LiveState, nothingYet } from '@/app/live/live-state';
import { panelOf } from '@/app/live/panel-view';
import type { Audience, RoundPhase } from '@/server/protocol/words';
import { type ScreenName, screenOf } from './which-screen';

function state(audience: Audience, room: 'lobby' | 'live' | 'ended', phase: RoundPhase | null): LiveState {
  const round = phase && {
    roundId: 'r1',
    no: 1,
    of: 3,
    phase,
    candidateId: 'mb_jonas0000000',
    nextId: null,
    startedAt: 0,
    publishedAt: null,
  };
  return { ...nothingYet, audience, view: { room: { ...panelOf({}).room, phase: room }, round } };
}

const cases: [Audience, 'lobby' | 'live' | 'ended', RoundPhase | null, ScreenName][] = [
  ['waiting', 'live', 'asking', 'waiting'],
  ['host', 'lobby', null, 'lobby'],
  ['candidate', 'lobby', null, 'lobby'],
  ['host', 'live', 'asking', 'panel'],
  ['observer', 'live', 'deliberating', 'panel'],
  ['panelist', 'live', 'published', 'panel'],
  ['candidate', 'live', 'asking', 'candidate'],
  ['candidate', 'live', 'deliberating', 'green-room'],
  ['candidate', 'live', 'debrief', 'green-room'],
  ['candidate', 'live', 'published', 'green-room'],
  ['host', 'ended', 'published', 'ended'],
  ['candidate', 'ended', 'published', 'ended'],
];

test.each(cases)('%s, room %s, round %s: %s', (audience, room, phase, screen) => {
  expect(screenOf(state(audience, room, phase))).toBe(screen);
});

test('before the first frame there is only the skeleton', () => {
  expect(screenOf(nothingYet)).toBe('connecting');
});

test('a candidate whose round is over sees that, and nothing of what the room does next', () => {
  const mine = aMine({ role: 'candidate', audience: 'candidate', satIn: 'r1' });
  expect(screenOf({ ...state('candidate', 'live', null), mine })).toBe('over');
  expect(screenOf({ ...state('candidate', 'ended', null), mine })).toBe('ended');
});

test('a candidate whose turn is still to come waits in the lobby', () => {
  const mine = aMine({ memberId: 'mb_noor00000000', role: 'candidate', audience: 'candidate' });
  expect(screenOf({ ...state('candidate', 'live', 'published'), mine })).toBe('lobby');
});
