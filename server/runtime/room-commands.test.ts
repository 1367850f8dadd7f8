import { expect, test } from 'vitest';
import type { Command } from '../protocol/commands';
import { NOTHING_HEARD } from '../room/core/decision';
import { idOf, START } from '../testing/given';
import { MemoryEvents, memoryContents, memoryRecord } from '../testing/memory-record';
import { memorySnapshots } from '../testing/memory-snapshots';
import { joined, opened, principalOf, ROOM_ID } from '../testing/stories';
import { type Answer, type Change, RoomCommands, type RoomCommandsPorts } from './room-commands';
import type { Snapshots } from './snapshots';

/** More rooms than are kept in memory while nobody is in them. */
const MANY = 600;

function runtimeOver(
  events: MemoryEvents,
  isShown: (roomId: string) => boolean = () => false,
  snapshots: Snapshots = memorySnapshots(),
  project: RoomCommandsPorts['project'] = () => [],
): RoomCommands {
  return new RoomCommands({ ...portsOver(events), isShown, snapshots, project });
}

function portsOver(events: MemoryEvents): RoomCommandsPorts {
  return {
    record: memoryRecord(events, () => true),
    contents: memoryContents(events),
    snapshots: memorySnapshots(),
    now: () => 1_000,
    project: () => [],
    awayMs: () => null,
    heardBefore: async () => NOTHING_HEARD,
    spareInvites: () => [],
    roundKey: () => null,
    isShown: () => false,
    alone: false,
    unavailable: () => {},
    announce: () => {},
  };
}

/** The events of a room that Hana opened and Pia joined. */
function roomOfTwo(events = new MemoryEvents(), roomId = ROOM_ID): MemoryEvents {
  const stored = [...opened('led'), ...joined('pia')].map(({ event, by }) => ({
    type: event.type,
    data: event,
    at: START,
    by,
  }));
  events.write({ roomId, expectedSeq: 0, commandId: 'open', events: stored, projections: [] });
  return events;
}

test('what arrives while another process’s events are read waits for its turn, one after another', async () => {
  const events = roomOfTwo();
  const record = memoryRecord(events, () => true);
  let reads = 0;
  let readOn = () => {};
  let isReading = () => {};
  const reached = new Promise<void>((resolve) => {
    isReading = resolve;
  });
  let writing = 0;
  const atOnce: number[] = [];
  const here = new RoomCommands({
    ...portsOver(events),
    record: {
      ...record,
      load: async (...which) => {
        const found = await record.load(...which);
        reads += 1;
        if (reads !== 2) return found;
        await new Promise<void>((resolve) => {
          readOn = resolve;
          isReading();
        });
        return found;
      },
      append: async (append) => {
        writing += 1;
        atOnce.push(writing);
        const result = await record.append(append);
        await new Promise((resolve) => setImmediate(resolve));
        writing -= 1;
        return result;
      },
    },
  });
  await here.state(ROOM_ID);
  await raises(runtimeOver(events), 1);
  const reading = here.catchUp(ROOM_ID);
  await reached;
  const before = [2, 3].map((no) => raises(here, no));
  readOn();
  await reading;
  const after = [4, 5].map((no) => raises(here, no));
  const answers = await Promise.all([...before, ...after]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(atOnce).toEqual([1, 1, 1, 1]);
});

test('rows that are written with events know the seq and the time that the first of them gets', async () => {
  const events = roomOfTwo();
  const known: { seq: number; at: number }[] = [];
  const project: RoomCommandsPorts['project'] = (_before, _after, _events, first) => {
    known.push(first);
    return [];
  };
  const runtime = runtimeOver(events, () => false, memorySnapshots(), project);
  const request = { roomId: ROOM_ID, principalIds: [principalOf('hana')], commandId: 'removal-1' };
  await runtime.handle({ ...request, command: { type: 'RemoveMember', memberId: idOf('pia') } });
  const { seq, at } = (await memoryRecord(events, () => true).load(ROOM_ID)).at(2) ?? {};
  expect(known).toEqual([{ seq, at }]);
});

test('a command that another process may have answered meanwhile is not written any more', async () => {
  const events = roomOfTwo();
  const runtime = runtimeOver(events);
  let isTooLate = true;
  const request = {
    roomId: ROOM_ID,
    principalIds: [principalOf('pia')],
    commandId: 'raises-1',
    command: { type: 'RaiseHand', raised: true },
    mayBeAnswered: () => isTooLate,
  } as const;
  expect(await runtime.handle(request)).toMatchObject({ ok: false, code: 'unavailable' });
  expect(await memoryRecord(events, () => true).load(ROOM_ID)).toHaveLength(2);
  isTooLate = false;
  expect(await runtime.handle(request)).toMatchObject({ ok: true });
});

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

test('a person who looks back on many rooms pushes none of those in memory out of it', async () => {
  const events = roomOfTwo();
  const others = Array.from({ length: MANY }, (_, no) => `rm_${String(no + 1).padStart(12, '0')}`);
  for (const roomId of others) roomOfTwo(events, roomId);
  const record = memoryRecord(events, () => true);
  const loads: string[] = [];
  const load: typeof record.load = (roomId, ...rest) => {
    loads.push(roomId);
    return record.load(roomId, ...rest);
  };
  const here = new RoomCommands({ ...portsOver(events), record: { ...record, load }, alone: true });
  const state = await here.state(ROOM_ID);
  for (const roomId of others) expect((await here.lookAt(roomId))?.members).toEqual(state?.members);
  expect(await here.lookAt('rm_nowhere00000')).toBeNull();
  loads.length = 0;
  expect(await here.lookAt(ROOM_ID)).toBe(state);
  expect(await here.state(ROOM_ID)).toBe(state);
  expect(loads).toEqual([]);
});

test('events are never earlier than the previous ones, even if this process’s clock is behind the other’s', async () => {
  const events = roomOfTwo();
  const behind = runtimeOver(events, () => false);
  const command = { type: 'RemoveMember', memberId: idOf('pia') } as const;
  const request = { roomId: ROOM_ID, principalIds: [principalOf('hana')], commandId: 'removal-1', command };
  expect(await behind.handle(request)).toMatchObject({ ok: true });
  expect(events.of(ROOM_ID).at(-1)?.at).toBe(START);
});

/** Hana's hand, up and down; the last command is `hand-6`. */
async function handsIn(events: MemoryEvents, snapshots: Snapshots): Promise<void> {
  const first = runtimeOver(events, undefined, snapshots);
  for (let no = 1; no <= 6; no += 1) expect(await raises(first, no)).toMatchObject({ ok: true });
}

function raises(runtime: RoomCommands, no: number): Promise<Answer> {
  return runtime.handle({
    roomId: ROOM_ID,
    principalIds: [principalOf('hana')],
    commandId: `hand-${no}`,
    command: { type: 'RaiseHand', raised: no % 2 === 1 },
  });
}

test('a room is read from its snapshot and the events after it, and is the same', async () => {
  const [events, snapshots] = [roomOfTwo(), memorySnapshots(3)];
  await handsIn(events, snapshots);
  expect(JSON.parse(snapshots.kept.get(ROOM_ID) ?? '').seq).toBe(6);
  const whole = await runtimeOver(events).state(ROOM_ID);
  expect(await runtimeOver(events, undefined, snapshots).state(ROOM_ID)).toStrictEqual(whole);
});

test('of processes that show one room, the one that wrote the event keeps its snapshot', async () => {
  const events = roomOfTwo();
  const kept: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => {
    const snapshots = { ...memorySnapshots(3), keep: () => void kept.push(name) };
    return runtimeOver(events, () => true, snapshots);
  });
  if (!one || !other) throw new Error('two are needed');
  await other.state(ROOM_ID);
  for (let no = 1; no <= 4; no += 1) {
    await raises(one, no);
    await other.catchUp(ROOM_ID);
  }
  expect(kept).toEqual(['one', 'one']);
  for (let no = 5; no <= 7; no += 1) await raises(other, no);
  expect(kept).toEqual(['one', 'one', 'other']);
  await one.catchUp(ROOM_ID);
  expect(kept).toHaveLength(3);
});

test('a command from before the snapshot that is sent again has one effect and is answered as done', async () => {
  const [events, snapshots] = [roomOfTwo(), memorySnapshots(3)];
  await handsIn(events, snapshots);
  const fresh = runtimeOver(events, undefined, snapshots);
  const before = events.of(ROOM_ID).length;
  // Done as it is, and something that would be done again.
  expect(await raises(fresh, 2)).toMatchObject({ ok: true });
  expect(await raises(fresh, 1)).toMatchObject({ ok: true });
  expect(events.of(ROOM_ID)).toHaveLength(before);
});

test('a snapshot that the events do not fit is dropped, and the events count', async () => {
  const [events, snapshots] = [roomOfTwo(), memorySnapshots(3)];
  await handsIn(events, snapshots);
  const kept = JSON.parse(snapshots.kept.get(ROOM_ID) ?? '');
  kept.state.settings.title = 'Another room';
  for (const wrong of [{ commandId: 'other' }, { at: 1 }, { seq: 90 }]) {
    snapshots.kept.set(ROOM_ID, JSON.stringify({ ...kept, ...wrong }));
    const state = await runtimeOver(events, undefined, { ...snapshots, every: 1_000 }).state(ROOM_ID);
    expect(state).toStrictEqual(await runtimeOver(events).state(ROOM_ID));
    expect(snapshots.kept.has(ROOM_ID)).toBe(false);
  }
});

test('a room that an operator deleted is gone here too, also where it is shown', async () => {
  const events = roomOfTwo();
  const here = runtimeOver(events, () => true);
  expect(await raises(here, 1)).toMatchObject({ ok: true });
  events.delete(ROOM_ID);
  expect(await raises(here, 2)).toMatchObject({ ok: false, code: 'not-a-member' });
  expect(await here.state(ROOM_ID)).toBeNull();
  expect(events.of(ROOM_ID)).toEqual([]);
});

test('[HOST-4] nobody takes over from a host who did something in the last 30 s, even if no process sees them', async () => {
  const events = roomOfTwo();
  let now = START + 3_600_000;
  const runtime = () => new RoomCommands({ ...portsOver(events), now: () => now, awayMs: () => 3_600_000 });
  const asks = (who: string, commandId: string, command: Command) =>
    runtime().handle({ roomId: ROOM_ID, principalIds: [principalOf(who)], commandId, command });
  const change = { type: 'ChangeSettings', settings: { title: 'Still here' } } as const;
  expect(await asks('hana', 'title-1', change)).toMatchObject({ ok: true });
  now += 29_000;
  const takeOver = { type: 'TakeOverHost' } as const;
  expect(await asks('pia', 'take-1', takeOver)).toMatchObject({ ok: false, code: 'host-is-here' });
  now += 1_000;
  expect(await asks('pia', 'take-2', takeOver)).toMatchObject({ ok: true });
});

test('[HOST-4] a host who did something in the last 30 s is here also while nobody knows who is connected', async () => {
  const events = roomOfTwo();
  let now = START + 3_600_000;
  const runtime = () => new RoomCommands({ ...portsOver(events), now: () => now, awayMs: () => 'unknown' });
  const asks = (who: string, commandId: string, command: Command) =>
    runtime().handle({ roomId: ROOM_ID, principalIds: [principalOf(who)], commandId, command });
  const change = { type: 'ChangeSettings', settings: { title: 'Still here' } } as const;
  expect(await asks('hana', 'title-1', change)).toMatchObject({ ok: true });
  now += 29_000;
  const takeOver = { type: 'TakeOverHost' } as const;
  expect(await asks('pia', 'take-1', takeOver)).toMatchObject({ ok: false, code: 'host-is-here' });
  now += 1_000;
  expect(await asks('pia', 'take-2', takeOver)).toMatchObject({ ok: false, code: 'host-unknown' });
});
