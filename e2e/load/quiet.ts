import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../../server/testing/seeded-random';
import type { ControlReplies } from './control';
import type { LoadClient, Pings } from './load-client';
import { connectAll, type LoadRoom, leaveAll, openRooms, quiet } from './load-room';
import type { Scale } from './scale';
import type { LoadServer } from './server-process';

export interface QuietFigures {
  /** Bytes per member, according to the operating system and to V8. */
  memory: ControlReplies['memory'];
  idleCpuPercentPer1000: number;
  storm: { people: number; secondsToConverge: number };
  pings: Pings | null;
}

/** Much longer than the heartbeat's five seconds, so that heartbeats are counted fully (s). */
const IDLE_SECONDS = 10;
const BACK_MS = 250;

/** The cost of members who do nothing, and how fast they are back when all connections were cut at once. */
export async function measureQuiet(server: LoadServer, scale: Scale): Promise<QuietFigures> {
  const [warm, rooms] = [await openRooms(server, 2), await openRooms(server, scale.quietRooms)];
  // Rooms as a server reads them from its record, not as they are right after opening.
  if (server.kind === 'hotseat') await server.restarts();
  // Code that has run once and buffers that have grown once do not count for the members.
  await connectAll(warm);
  leaveAll(warm);
  await quiet(warm);

  const before = await server.ask({ kind: 'memory' });
  await connectAll(rooms);
  await quiet(rooms);
  const after = await server.ask({ kind: 'memory' });
  const people = rooms.reduce((sum, room) => sum + room.everybody.length, 0);
  const idle = await idleCpu(
    server,
    scale.seconds > 1 ? Math.max(scale.seconds, IDLE_SECONDS) : scale.seconds,
  );
  const figures = {
    memory: { rss: (after.rss - before.rss) / people, heap: (after.heap - before.heap) / people },
    idleCpuPercentPer1000: (idle * 1_000) / people,
    storm: { people, secondsToConverge: await storm(rooms) },
    pings: rooms[0]?.everybody[0]?.pings ?? null,
  };
  leaveAll(rooms);
  return figures;
}

/** Percent of a core. */
async function idleCpu(server: LoadServer, seconds: number): Promise<number> {
  const [cpu, start] = [await server.ask({ kind: 'cpu' }), performance.now()];
  await delay(seconds * 1_000);
  const busy = (await server.ask({ kind: 'cpu' })) - cpu;
  return (busy / 1_000 / (performance.now() - start)) * 100;
}

/**
 * Cuts every connection at once; returns the seconds until everybody has a whole view again. Each reconnects a moment later,
 * like `app/live/socket-link.ts`: after 250 ms, randomly up to half of it more or less.
 */
export async function storm(rooms: readonly LoadRoom[]): Promise<number> {
  const random = seededRandom(1);
  const everybody = rooms.flatMap((room) => room.everybody);
  const start = performance.now();
  for (const client of everybody) client.losesTheLine();
  const comesBack = async (client: LoadClient): Promise<void> => {
    await delay(BACK_MS * (0.5 + random.next()));
    await client.connects();
  };
  await Promise.all(everybody.map(comesBack));
  return (performance.now() - start) / 1_000;
}
