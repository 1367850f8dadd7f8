import { expect, test } from 'vitest';
import { type LiveState, nothingYet } from '@/app/live/live-state';
import { panelOf } from '@/app/live/panel-view';
import type { RoundPhase } from '@/server/protocol/words';
import { tabOf } from './title-of';

function state(phase: RoundPhase): LiveState {
  const round = {
    roundId: 'r1',
    no: 1,
    of: null,
    phase,
    candidateId: 'mb_jonas0000000',
    nextId: null,
    startedAt: 0,
    publishedAt: null,
  };
  const view = { room: { ...panelOf({}).room, phase: 'live' as const }, round };
  return { ...nothingYet, connection: { kind: 'live' }, audience: 'panelist', view };
}

test.each([
  ['asking', '● Live'],
  ['deliberating', 'Deliberation'],
  ['debrief', 'Debrief'],
  ['closed', 'Closed'],
  ['published', 'Published'],
] as const)('the tab of a round that is %s says "%s"', (phase, words) => {
  expect(tabOf(state(phase), 0).words).toBe(words);
});
