import type { Command } from '../../server/protocol/commands';
import type { OpenedRoom, Seat } from './control';
import { greeting } from './frames';
import { LoadClient } from './load-client';
import type { LoadServer } from './server-process';

/** Simultaneous connection attempts; more would measure the operating system's queue. */
const AT_ONCE = 60;

/** A room's people with their connections. `panel` is everybody but the candidate, with the host first. */
export interface LoadRoom {
  no: number;
  opened: OpenedRoom;
  panel: LoadClient[];
  everybody: LoadClient[];
}

/** Opens rooms with everybody in them on the server; nobody is connected yet. */
export async function openRooms(server: LoadServer, count: number): Promise<LoadRoom[]> {
  const opened = await server.ask({ kind: 'open-rooms', rooms: count, seats: 'all' });
  return opened.map((room, no) => {
    const everybody = room.seats.map((seat) => clientOf(server, room.roomId, seat));
    const panel = everybody.filter((_, index) => room.seats[index]?.role !== 'candidate');
    return { no, opened: room, everybody, panel };
  });
}

function clientOf(server: LoadServer, roomId: string, { cookie, role }: Seat): LoadClient {
  return new LoadClient({
    url: server.url,
    cookie,
    auth: server.kind === 'hotseat' ? greeting(roomId) : { roomId, role },
    readyWhen: server.kind === 'hotseat' ? 'shown' : 'connected',
  });
}

/** Connects everybody, a few at a time. */
export async function connectAll(rooms: readonly LoadRoom[]): Promise<void> {
  const waiting = rooms.flatMap((room) => room.everybody);
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.connects();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

export function leaveAll(rooms: readonly LoadRoom[]): void {
  for (const room of rooms) for (const client of room.everybody) client.leaves();
}

let commands = 0;

export function commandBody(command: Command): { commandId: string; command: Command } {
  commands += 1;
  return { commandId: `bench-command-${commands}`, command };
}

/** Sends a command that the room must accept, and waits for the answer. */
export function sendsAndHears(client: LoadClient | undefined, command: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!client) throw new Error('nobody is there to send it');
    client.sends(commandBody(command), (ok) => {
      if (ok) resolve();
      else reject(new Error(`The room rejected ${command.type}.`));
    });
  });
}

/** The random id of the room's round; the relay, which has no ids, accepts any. */
export function roundIdOf({ panel }: LoadRoom): string {
  return panel[0]?.roundId ?? 'r1';
}

/** The id of ask `no` (from 1) of the round: asks count on within a round. */
export function askIdOf(room: LoadRoom, no: number): string {
  return `a${(Number(roundIdOf(room).slice(1)) - 1) * 1_000 + no}`;
}

/** Asks item `no` (from 1) of the agenda. */
export async function pushes(room: LoadRoom, no: number): Promise<void> {
  const { panel, opened } = room;
  const itemId = opened.items[no - 1]?.itemId ?? '';
  const liveAskId = no === 1 ? null : askIdOf(room, no - 1);
  await sendsAndHears(panel[0], { type: 'PushItem', itemId, liveAskId });
}

/** The whole panel rates the live ask `no`, and the host reveals the ratings. */
export async function rateAndReveal(room: LoadRoom, no: number): Promise<void> {
  const { panel } = room;
  const askId = askIdOf(room, no);
  await Promise.all(
    panel.map((client, index) =>
      sendsAndHears(client, { type: 'SubmitRating', askId, value: 1 + (index % 5) }),
    ),
  );
  await sendsAndHears(panel[0], { type: 'RevealRatings', askId });
}

/** A room in the middle of its round: the first ask is revealed, the second is live. */
export async function startRound(room: LoadRoom): Promise<void> {
  await sendsAndHears(room.panel[0], { type: 'StartRound', candidateId: null });
  await pushes(room, 1);
  await rateAndReveal(room, 1);
  await pushes(room, 2);
}

/** Resolves when no messages have arrived for a moment. */
export async function quiet(rooms: readonly LoadRoom[]): Promise<void> {
  const QUIET_MS = 150;
  const clients = rooms.flatMap((room) => room.everybody);
  const total = () => clients.reduce((sum, { bytes }) => sum + bytes, 0);
  for (let before = -1; before !== total(); ) {
    before = total();
    await new Promise((resolve) => {
      setTimeout(resolve, QUIET_MS);
    });
  }
}
