import { expect, test } from 'vitest';
import { fullInterview } from '../testing/full-interview';
import { roomAfter, STARTED } from '../testing/interview';
import { ROUND } from '../testing/interview-script';
import { testPack } from '../testing/test-pack';
import { webhookRows } from './rows';

const steps = fullInterview(testPack());
const room = roomAfter(steps);
const events = steps.map(({ event }) => event);
const first = { seq: 1, at: STARTED };

test('a recorded decision and a published round are told of, each by the seq of its event', () => {
  const rows = webhookRows(room, events, first).map(({ row }) => row);
  const seqOf = (type: string) => events.findIndex((event) => event.type === type) + 1;
  const common = { room_id: room.roomId, round_id: ROUND, at: STARTED, tries: 0, next_at: 0 };
  expect(rows).toEqual([
    { ...common, seq: seqOf('DecisionRecorded'), type: 'decision.recorded' },
    { ...common, seq: seqOf('RoundPublished'), type: 'round.published' },
  ]);
});

test('nothing is told of a room among simulated people', () => {
  const tryOut = { visitorId: 'mb_1', until: STARTED, alone: true };
  expect(webhookRows({ ...room, tryOut } as typeof room, events, first)).toEqual([]);
});
