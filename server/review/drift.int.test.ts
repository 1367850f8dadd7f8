import { expect, onTestFinished, test } from 'vitest';
import { openRecord } from '../store/open';
import { by, type Happened, idOf, START } from '../testing/given';
import { playedRooms } from '../testing/played-rooms';
import { joined, opened, principalOf } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

const HOUR_MS = 3_600_000;
const samples = [
  { itemId: 'g2-q3', index: 0 },
  { itemId: 'g3-q3', index: 0 },
];

/** The test pack rates its samples 2. Pia and Hana rate them in one room. */
function warmedUp(roomId: string, pia: readonly number[]): Happened[] {
  const [first, ...rest] = opened('led');
  if (first?.event.type !== 'RoomOpened') throw new Error('a room begins by opening');
  return [
    { ...first, event: { ...first.event, roomId } },
    ...rest,
    ...joined('pia'),
    ...by('hana', { type: 'WarmUpStarted', samples }),
    ...by('pia', ...pia.map((value, at) => ({ type: 'SampleRated' as const, no: at + 1, value }))),
    ...by('hana', { type: 'SampleRated', no: 1, value: 1 }),
  ];
}

async function reviewOf(...rooms: Happened[][]) {
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
  const { review } = await playedRooms(record, logs);
  const person = (name: string) => ({
    id: principalOf(name),
    name,
    kind: 'guest' as const,
    email: null,
    image: null,
    aliases: [] as string[],
  });
  return (name: string) => review.aboutMe(person(name));
}

test('each warm-up is a point in its rater’s drift, oldest first, and in nobody else’s', async () => {
  const aboutMe = await reviewOf(warmedUp('rm_first0000000', [4, 3]), warmedUp('rm_second000000', [2, 1]));
  const { drift } = await aboutMe('pia');
  expect(drift.map(({ difference, samples }) => [difference, samples])).toEqual([
    [1.5, 2],
    [-0.5, 2],
  ]);
  expect((await aboutMe('hana')).drift.map(({ difference }) => difference)).toEqual([-1, -1]);
  expect((await aboutMe('paul')).drift).toEqual([]);
});
