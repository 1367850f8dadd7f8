import { expect, test } from 'vitest';
import { NOTHING_HEARD } from '../room/core/decision';
import { idOf, START } from '../testing/given';
import { MemoryEvents, memoryContents, memoryRecord } from '../testing/memory-record';
import { joined, opened, principalOf, ROOM_ID } from '../testing/stories';
import { type Change, RoomCommands } from './room-commands';

/** More rooms than are kept in memory while nobody is in them. */
const MANY = 600;

function runtimeOver(events: MemoryEvents, isShown: (roomId: string) => boolean): RoomCommands {
  return new RoomCommands({
    record: memoryRecord(events, () => true),
    contents: memoryContents(events),
    now: () => 1_000,
    project: () => [],
    hostAwayMs: () => null,
    heardBefore: async () => NOTHING_HEARD,
    spareInvites: () => [],
    roundKey: () => null,
    isShown,
    alone: false,
    unavailable: () => {},
    announce: () => {},
  });
}

/** The events of a room that Hana opened and Pia joined. */
function roomOfTwo(): MemoryEvents {
  const events = new MemoryEvents();
  const stored = [...opened('led'), ...joined('pia')].map(({ event, by }) => ({
    type: event.type,
    data: event,
    at: START,
    by,
  }));
  events.write({ roomId: ROOM_ID, expectedSeq: 0, commandId: 'open', events: stored, projections: [] });
  return events;
}

test('a shown room stays in memory, so that another process’s changes can be compared with the old state', async () => {
  const events = roomOfTwo();
  const here = runtimeOver(events, (roomId) => roomId === ROOM_ID);
  const changes: Change[] = [];
  await here.state(ROOM_ID);
  here.onChange((change) => changes.push(change));
  for (let room = 1; room <= MANY; room += 1) await here.state(`rm_${String(room).padStart(12, '0')}`);

  const other = runtimeOver(events, () => false);
  const removed = await other.handle({
    roomId: ROOM_ID,
    principalIds: [principalOf('hana')],
    commandId: 'removal-1',
    command: { type: 'RemoveMember', memberId: idOf('pia') },
  });
  expect(removed).toMatchObject({ ok: true });
  await here.catchUp(ROOM_ID);
  const told = changes.map(({ before }) => before?.members.map(({ status }) => status));
  expect(told).toEqual([['in', 'in']]);
});

test('events are never earlier than the previous ones, even if this process’s clock is behind the other’s', async () => {
  const events = roomOfTwo();
  const behind = runtimeOver(events, () => false);
  const command = { type: 'RemoveMember', memberId: idOf('pia') } as const;
  const request = { roomId: ROOM_ID, principalIds: [principalOf('hana')], commandId: 'removal-1', command };
  expect(await behind.handle(request)).toMatchObject({ ok: true });
  expect(events.of(ROOM_ID).at(-1)?.at).toBe(START);
});
