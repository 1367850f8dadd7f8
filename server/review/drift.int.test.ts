import { expect, onTestFinished, test } from 'vitest';
import { openRecord } from '../store/open';
import { by, type Happened, idOf, START } from '../testing/given';
import { playedRooms } from '../testing/played-rooms';
import { guestCalled, joined, opened, PACK } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

const HOUR_MS = 3_600_000;
const others = [
  { itemId: 'g2-q2', index: 0 },
  { itemId: 'g3-q2', index: 0 },
];
const samples = [
  { itemId: 'g2-q3', index: 0 },
  { itemId: 'g3-q3', index: 0 },
];

const [sample] = PACK.questions.flatMap((question) => question.samples);
const SAMPLED = {
  ...PACK,
  questions: PACK.questions.map((question) => ({ ...question, samples: sample ? [sample] : [] })),
};

/** The test pack rates its samples 2. Pia and Hana rate them in one room. */
function warmedUp(roomId: string, pia: readonly number[], refs = samples): Happened[] {
  const [first, ...rest] = opened('led', {}, SAMPLED);
  if (first?.event.type !== 'RoomOpened') throw new Error('a room begins by opening');
  return [
    { ...first, event: { ...first.event, roomId } },
    ...rest,
    ...joined('pia'),
    ...by('hana', { type: 'WarmUpStarted', samples: refs }),
    ...by('pia', ...pia.map((value, at) => ({ type: 'SampleRated' as const, no: at + 1, value }))),
    ...by('hana', { type: 'SampleRated', no: 1, value: 1 }),
  ];
}

/** Hana and Pia rate both samples in one room, and time goes by. Paul may be on the panel of the next one. */
async function lastTogether(daysLater: number, { withPaul = false, asks = 'hana', family = 'same' } = {}) {
  const both = [
    ...warmedUp('rm_first0000000', [2, 2]),
    ...by('hana', { type: 'SampleRated', no: 2, value: 3 }),
  ];
  const [first, ...rest] = opened('led', {}, SAMPLED);
  if (first?.event.type !== 'RoomOpened') throw new Error('a room begins by opening');
  const { pack } = first.event;
  const of = family === 'same' ? pack : { ...pack, familyId: family };
  const next: Happened[] = [
    { ...first, event: { ...first.event, roomId: 'rm_next00000000', pack: of } },
    ...rest,
    ...joined('pia'),
    ...joined('olga', 'observer'),
    ...(withPaul ? joined('paul') : []),
  ];
  const { review } = await played([both, next], () => START + daysLater * 24 * HOUR_MS);
  return review.warmedUp(guestCalled(asks), 'rm_next00000000');
}

test('a panel that warmed up together with a pack is told so for a month, in any room', async () => {
  const at = await lastTogether(29);
  expect(at).toBeGreaterThanOrEqual(START);
  expect(await lastTogether(31)).toBeNull();
  expect(await lastTogether(29, { withPaul: true })).toBeNull();
  expect(await lastTogether(29, { family: 'another' })).toBeNull();
  expect(await lastTogether(29, { asks: 'pia' })).toBeNull();
});

test('a sample that somebody rates again counts once in their drift', async () => {
  const aboutMe = await reviewOf(warmedUp('rm_first0000000', [4, 3]), warmedUp('rm_second000000', [2, 2]));
  expect((await aboutMe('pia')).drift.map(({ difference }) => difference)).toEqual([1.5]);
});

async function played(rooms: readonly Happened[][], now?: () => number) {
  const record = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!record.ok) throw new Error(record.problem);
  onTestFinished(() => record.record.close());
  const logs = rooms.map((room, no) =>
    room.map(({ event, by: name }, at) => ({
      event,
      at: START + no * HOUR_MS + at * 1_000,
      by: name === null ? null : idOf(name),
    })),
  );
  return playedRooms(record, logs, now && { now });
}

async function reviewOf(...rooms: Happened[][]) {
  const { review } = await played(rooms);
  return (name: string) => review.aboutMe(guestCalled(name));
}

test('each warm-up is a point in its rater’s drift, oldest first, and in nobody else’s', async () => {
  const aboutMe = await reviewOf(
    warmedUp('rm_first0000000', [4, 3]),
    warmedUp('rm_second000000', [2, 1], others),
  );
  const { drift } = await aboutMe('pia');
  expect(drift.map(({ difference, samples }) => [difference, samples])).toEqual([
    [1.5, 2],
    [-0.5, 2],
  ]);
  expect((await aboutMe('hana')).drift.map(({ difference }) => difference)).toEqual([-1, -1]);
  expect((await aboutMe('paul')).drift).toEqual([]);
});
