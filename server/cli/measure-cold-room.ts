import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aloneBus } from '../runtime/bus';
import type { EventRecord, PackContents } from '../runtime/ports';
import { RoomCommands } from '../runtime/room-commands';
import type { Snapshots } from '../runtime/snapshots';
import { prepareEvents } from '../runtime/stored-event';
import { openRecord } from '../store/open';
import { createPackContents } from '../store/pack-contents';
import { createRoomSnapshots } from '../store/room-snapshots';
import { longRoom } from '../testing/long-room';

const EVENTS = 20_000;
const TIMES = 9;
const AT_ONCE = 100;
const ROOM_ID = 'rm_longroom0000';

/** `npm run measure:cold-room`: what it takes to open a room of 20,000 events that is not in memory, in ms, as JSON. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-cold-'));
  const opened = await openRecord({ databaseUrl: process.env.DATABASE_URL ?? null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  const contents = createPackContents({ db, reader: 1, now: Date.now });
  const failed = (error: unknown) => {
    throw error;
  };
  const snapshots = createRoomSnapshots({ db, version: 'measured', failed });
  try {
    await write(record, contents);
    const none: Snapshots = { ...snapshots, every: Number.POSITIVE_INFINITY, find: async () => null };
    const open = (with_: Snapshots) => coldOpen(record, contents, with_);
    const fromEvents = await medians(() => open(none));
    const keeping = await withPause(async () => {
      await open(snapshots);
      await snapshots.settled();
    });
    const fromSnapshot = await medians(() => open(snapshots));
    const ratio = Math.round((fromEvents.ms / fromSnapshot.ms) * 10) / 10;
    process.stdout.write(`${JSON.stringify({ events: EVENTS, fromEvents, keeping, fromSnapshot, ratio })}\n`);
  } finally {
    await record.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function write(record: EventRecord, contents: PackContents): Promise<void> {
  const steps = longRoom(EVENTS);
  for (let from = 0; from < steps.length; from += AT_ONCE) {
    const some = steps.slice(from, from + AT_ONCE);
    const { events, stored, projections } = await prepareEvents(
      some.map(({ event }) => event),
      contents,
    );
    await record.append({
      roomId: ROOM_ID,
      expectedSeq: from,
      commandId: `written-${from}`,
      events: events.map(({ type }, no) => ({
        type,
        data: stored[no],
        at: some[no]?.at ?? 0,
        by: some[no]?.by ?? null,
      })),
      projections,
    });
  }
}

/** As a process does that has just started. */
async function coldOpen(record: EventRecord, contents: PackContents, snapshots: Snapshots): Promise<void> {
  const runtime = new RoomCommands({
    record,
    contents,
    snapshots,
    now: Date.now,
    project: () => [],
    awayMs: () => null,
    heardBefore: async () => new Map(),
    spareInvites: () => [],
    roundKey: () => null,
    isShown: () => false,
    alone: aloneBus.alone,
    unavailable: () => {},
    announce: () => {},
  });
  if (!(await runtime.state(ROOM_ID))) throw new Error('the room is not there');
}

interface Took {
  ms: number;
  /** The longest time (ms) for which nobody else had a turn. */
  longestPauseMs: number;
}

async function withPause(work: () => Promise<void>): Promise<Took> {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  look();
  isOver = true;
  return { ms: rounded(ms), longestPauseMs: rounded(longest) };
}

/** Once to warm the code, then the median of the others. */
async function medians(work: () => Promise<void>): Promise<Took> {
  await work();
  const all: Took[] = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await withPause(work));
  const middle = (of: (took: Took) => number) =>
    all.map(of).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  return { ms: middle(({ ms }) => ms), longestPauseMs: middle(({ longestPauseMs }) => longestPauseMs) };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

await main();
