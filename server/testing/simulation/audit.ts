import { isDeepStrictEqual } from 'node:util';
import { mineOf } from '../../room/core/mine';
import { channelOf, type RoomState } from '../../room/core/state';
import { viewOf } from '../../room/core/views';
import { ROOM_ID } from '../stories';
import { falseAnswers } from './answers';
import { leaks } from './leaks';
import { looksBack } from './looks';
import { pastOf } from './past';
import { auditTexts } from './texts';
import type { World } from './world';

/** All problems of a world that has settled, in words; empty if there are none. */
export function audit(world: World): string[] {
  const past = pastOf(world.events.of(ROOM_ID), (stored) => world.events.event(stored));
  return [
    ...world.history.problems,
    ...past.problems,
    ...lostOrTwice(world),
    ...falseAnswers(world.history.attempts, past),
    ...looksBack(world.history.looks, past),
    ...takenOver(world),
    ...diverged(world, past.end),
    ...leaks(world.history.frames, past, world.history.writtenAt),
    ...auditTexts(world, past),
  ];
}

const WORDS = /(?:private|shared|message)~mb_[a-z0-9]+~[a-z0-9]+/g;

/** An acknowledged text must be in the record once, and any other at most once. */
function lostOrTwice(world: World): string[] {
  const times = new Map<string, number>();
  for (const { data } of world.events.of(ROOM_ID))
    for (const [word] of JSON.stringify(data).matchAll(WORDS)) times.set(word, (times.get(word) ?? 0) + 1);
  return world.people.flatMap(({ sent }) =>
    sent.flatMap(({ text, accepted }) => {
      if (text === null) return [];
      const count = times.get(text) ?? 0;
      if (count > 1) return [`${text} took effect ${count} times`];
      if (accepted === true && count === 0) return [`${text} was acknowledged and is lost`];
      return accepted === false && count === 1 ? [`${text} was rejected and took effect`] : [];
    }),
  );
}

/** For this long (ms) a host must have had no connection; processes hear of it a little later. */
const AWAY_MS = 30_000;

/** Nobody may take over from a host who was connected all the time before. */
function takenOver({ history, events }: World): string[] {
  return events.of(ROOM_ID).flatMap((stored, index) => {
    const event = events.event(stored);
    if (event.type !== 'HostChanged' || event.how !== 'took-over') return [];
    const at = history.writtenAt[index] ?? 0;
    const wasHere = history.connected.some(
      ({ memberId, from, until }) => memberId === event.from && from <= at - AWAY_MS && until >= at,
    );
    return wasHere ? [`${event.to} took over from ${event.from}, who was connected`] : [];
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
    if (!person.wasQuiet) return [`${person.memberId} is ${connection.kind} with ${pending.length} unsent`];
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
