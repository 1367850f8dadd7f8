import type { Command } from '../../server/protocol/commands';
import {
  askIdOf,
  connectAll,
  type LoadRoom,
  leaveAll,
  openRooms,
  pushes,
  quiet,
  rateAndReveal,
  roundIdOf,
  sendsAndHears,
} from './load-room';
import type { BenchReport } from './report';
import type { Scale } from './scale';
import type { LoadServer } from './server-process';

export type SizeFigures = Pick<BenchReport, 'bytesPerCommand' | 'firstFrameBytes' | 'roomBytesOnDisk'>;

const ASKS = 9;
const NOTE = 'Said what it cost before saying what it gained; came back to the numbers when asked for them.';
const MESSAGE = 'Shall we ask about the second migration too, or leave it there?';

/** The bytes on the wire and on disk, which are the same at every run. */
export async function measureSizes(server: LoadServer, scale: Scale): Promise<SizeFigures> {
  const roomBytesOnDisk = await disk(server, scale.diskRooms);
  const rooms = await openRooms(server, 1);
  const [room] = rooms;
  if (!room) throw new Error('no room was opened');
  await connectAll(rooms);
  await sendsAndHears(room.panel[0], { type: 'StartRound', candidateId: null });
  await pushes(room, 1);
  await quiet(rooms);
  const firstFrameBytes = await firstFrames(room);
  const early = await commandsOfAsk(room, 1);
  for (let no = 2; no <= ASKS; no += 1) {
    await pushes(room, no);
    await writeNotes(room, no, scale.notes);
    if (no < ASKS) await rateAndReveal(room, no);
  }
  await chat(room, scale.messages);
  await quiet(rooms);
  const late = await commandsOfAsk(room, ASKS);
  leaveAll(rooms);
  const both = (name: keyof typeof early) => ({ early: early[name], late: late[name] });
  return {
    bytesPerCommand: { tick: both('tick'), rateAgain: both('rateAgain'), message: both('message') },
    firstFrameBytes,
    roomBytesOnDisk,
  };
}

/** The growth of the record's file in bytes for a new room with its agenda, its links and its newly signed-in host. */
async function disk(server: LoadServer, count: number): Promise<number> {
  const opens = (rooms: number) => server.ask({ kind: 'open-rooms', rooms, seats: 'host' });
  await opens(1);
  const before = await server.ask({ kind: 'record-size' });
  await opens(count);
  return ((await server.ask({ kind: 'record-size' })) - before) / count;
}

/** The first frames of people who connect while a question is live. */
async function firstFrames({ panel, everybody }: LoadRoom): Promise<SizeFigures['firstFrameBytes']> {
  const [panelist, candidate] = [panel[1], everybody.find((client) => !panel.includes(client))];
  for (const client of [panelist, candidate]) {
    client?.losesTheLine();
    await client?.connects();
  }
  return { panelist: panelist?.wholeBytes ?? 0, candidate: candidate?.wholeBytes ?? 0 };
}

/** One tick before an ask's reveal, one second rating after it, and one message. */
async function commandsOfAsk(room: LoadRoom, no: number) {
  const pointId = room.opened.items[no - 1]?.pointIds[0] ?? '';
  const tick = await bytesOf(room, { type: 'MarkPoint', askId: askIdOf(room, no), pointId, mark: 'heard' });
  await rateAndReveal(room, no);
  await quiet([room]);
  const rateAgain = await bytesOf(room, { type: 'RateAgain', askId: askIdOf(room, no), value: 5 });
  const message = await bytesOf(room, { type: 'SendMessage', roundId: roundIdOf(room), text: MESSAGE });
  return { tick, rateAgain, message };
}

/** Bytes of everything that follows from the command, frames and answer, for the person who gets the most. */
async function bytesOf(room: LoadRoom, command: Command): Promise<number> {
  const before = room.everybody.map(({ bytes }) => bytes);
  await sendsAndHears(room.panel[1], command);
  await quiet([room]);
  return Math.max(...room.everybody.map(({ bytes }, index) => bytes - (before[index] ?? 0)));
}

/** Every other note is shared with the panel. */
async function writeNotes(room: LoadRoom, no: number, notes: number): Promise<void> {
  for (const [index, client] of room.panel.entries()) {
    for (let count = 1; count <= notes; count += 1) {
      const noteId = `note-${no}-${index}-${count}`;
      const atMs = count * 10_000;
      await sendsAndHears(client, {
        type: 'WriteNote',
        askId: askIdOf(room, no),
        noteId,
        text: NOTE,
        atMs,
        share: count % 2 === 0 ? 'panel' : 'none',
      });
    }
  }
}

async function chat(room: LoadRoom, messages: number): Promise<void> {
  const { panel } = room;
  for (let no = 0; no < messages; no += 1)
    await sendsAndHears(panel[no % panel.length], {
      type: 'SendMessage',
      roundId: roundIdOf(room),
      text: MESSAGE,
    });
}
