import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../protocol/commands';
import { codeAccess } from '../../room/code';
import type { EventMeta, RoomEvent } from '../../room/core/events';
import { evolve } from '../../room/core/evolve';
import { mineOf } from '../../room/core/mine';
import { type Channel, channelOf, type RoomState } from '../../room/core/state';
import { viewOf } from '../../room/core/views';
import type { StoredEvent } from '../../runtime/ports';
import { ROOM_ID } from '../stories';
import type { Received, World } from './world';

interface Happened {
  event: RoomEvent;
  meta: EventMeta;
}

const MARKED = /(private|shared|message|verdict|reflection)~(mb_[a-z0-9]+)~[a-z0-9]+/g;

/** All problems of a world that has settled, in words; empty if there are none. */
export function audit(world: World): string[] {
  const stored = world.events.of(ROOM_ID);
  const state = world.refolded();
  return [
    ...lostOrTwice(world, stored),
    ...groupsBroken(stored),
    ...diverged(world, state),
    ...leaks(world, stored),
    ...stateLost(world, state),
  ];
}

/** Every open text of somebody who may read it must be the record's, and hold all that a window ever called saved. */
export async function auditTexts(world: World): Promise<string[]> {
  const state = world.refolded();
  const found: string[] = [];
  const texts = new Map<string, string>();
  const textNow = async (askId: string) => {
    const text = texts.get(askId) ?? (await world.text(askId));
    texts.set(askId, text);
    return text;
  };
  for (const { memberId, editor } of world.people)
    for (const [askId, copy] of editor.texts) {
      if (codeAccess(state, memberId, askId) === 'none') continue;
      if (copy.state !== 'saved' || copy.text.toJSON() !== (await textNow(askId)))
        found.push(`${memberId} has another text of ${askId} than the record (${copy.state})`);
    }
  for (const [word, askId] of world.saved)
    if ((await textNow(askId)).split(word).length !== 2)
      found.push(`${word} of ${askId} was saved and is lost`);
  return found;
}

function textOf(command: Command): string | null {
  if (command.type === 'WriteNote' || command.type === 'SendMessage') return command.text;
  return null;
}

/** An acknowledged text must be in the record once, and any other at most once. */
function lostOrTwice(world: World, stored: readonly StoredEvent[]): string[] {
  const log = stored.map(({ data }) => JSON.stringify(data));
  return world.sent.flatMap(({ command, accepted }) => {
    const text = textOf(command);
    if (text === null) return [];
    const times = log.filter((line) => line.includes(text)).length;
    if (times > 1) return [`${text} took effect ${times} times`];
    if (accepted === true && times === 0) return [`${text} was acknowledged and is lost`];
    return accepted === false && times === 1 ? [`${text} was rejected and took effect`] : [];
  });
}

/** The events of a command must be together, and no command may be there twice. */
function groupsBroken(stored: readonly StoredEvent[]): string[] {
  const seen = new Set<string>();
  return stored.flatMap(({ commandId, seq }, index) => {
    if (seq !== index + 1) return [`event ${index + 1} has seq ${seq}`];
    if (stored[index - 1]?.commandId === commandId) return [];
    const again = seen.has(commandId);
    seen.add(commandId);
    return again ? [`${commandId} took effect again`] : [];
  });
}

/** Everybody still in the room must see what the server shows, and have nothing left to send. */
function diverged(world: World, state: RoomState): string[] {
  return world.people.flatMap((person) => {
    const channel = channelOf(state, person.memberId);
    const { connection, view, waiting, mine, pending } = person.client.getState();
    if (!channel) {
      return connection.kind === 'stopped' ? [] : [`${person.memberId} is out and was not told`];
    }
    if (!person.isQuiet) return [`${person.memberId} is ${connection.kind} with ${pending.length} unsent`];
    const shown = channel === 'waiting' ? { room: waiting } : view;
    if (!isDeepStrictEqual(plain(shown), plain(viewOf(state, channel)))) {
      return [`${person.memberId} (${channel}) sees something else than the server shows`];
    }
    return isDeepStrictEqual(plain(mine), plain(mineOf(state, person.memberId)))
      ? []
      : [`${person.memberId} has another part of their own than the server`];
  });
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A process that reads the record again must have the same state as all others. */
function stateLost(world: World, state: RoomState): string[] {
  return isDeepStrictEqual(plain(state), plain(world.refolded()))
    ? []
    : ['the log gives another state each time'];
}

/** The maximum delay (ms) after which a process shows what it wrote. */
const LATE_MS = 100;

/** Frames with words that their reader may not know, or not yet. */
function leaks(world: World, stored: readonly StoredEvent[]): string[] {
  const happened = stored.map((one) => ({ event: world.events.event(one), meta: one }));
  const opened = openings(happened);
  const seats = seatings(happened);
  return world.received.flatMap((received) => {
    const { at }: { at?: number } = Object(received.frame[1]);
    if (at === undefined) return [];
    const channels = seats
      .filter((seat, index) => seat.from <= at && (seats[index + 1]?.from ?? Infinity) > at - LATE_MS)
      .map((seat) => channelOf(seat.state, received.by));
    return leaksOf(received, channels, at, opened);
  });
}

/** The room's states, each with its time. */
function seatings(happened: readonly Happened[]): { from: number; state: RoomState }[] {
  const seats: { from: number; state: RoomState }[] = [];
  for (const { event, meta } of happened) {
    seats.push({ from: meta.at, state: evolve(seats.at(-1)?.state ?? null, event, meta) });
  }
  return seats;
}

function leaksOf(
  { by, frame }: Received,
  channels: readonly (Channel | null)[],
  at: number,
  opened: ReadonlyMap<string, number>,
): string[] {
  const text = JSON.stringify(frame);
  const isOutside = !channels.includes('host') && !channels.includes('panel');
  const who = `${by} (${channels.join(', ')})`;
  const pack = isOutside && text.includes('packsecret') ? [`${who} got a secret of the pack`] : [];
  const words = [...text.matchAll(MARKED)].filter(([, , author]) => author !== by);
  return [
    ...pack,
    ...words.flatMap(([word, kind]) => {
      const isKept = kind === 'private' || kind === 'reflection';
      const isEarly = (kind === 'verdict' || kind === 'shared') && at < (opened.get(word) ?? Infinity);
      return isKept || isOutside || isEarly ? [`${who} got ${word}`] : [];
    }),
  ];
}

/** When each shared note and verdict opened to the panel: text → ms. */
function openings(happened: readonly Happened[]): Map<string, number> {
  const words = new Map<string, { of: string; at: number }>();
  const opened = new Map<string, number>();
  for (const {
    event,
    meta: { at },
  } of happened) {
    if (event.type === 'NoteWritten') words.set(event.text, { of: event.askId, at });
    if (event.type === 'VerdictSubmitted') words.set(event.rationale, { of: event.roundId, at });
    if (event.type === 'AskRevealed') opened.set(event.askId, at);
    if (event.type === 'VerdictsOpened') opened.set(event.roundId, at);
  }
  return new Map([...words].map(([word, { of, at }]) => [word, Math.max(at, opened.get(of) ?? Infinity)]));
}
