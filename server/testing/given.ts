import { expect } from 'vitest';
import type { RejectionCode } from '../protocol/rejections';
import { decide } from '../room/core/decide';
import { type HeardBefore, NOTHING_HEARD, type RoomCommand } from '../room/core/decision';
import type { EventMeta, RoomEvent } from '../room/core/events';
import { evolve } from '../room/core/evolve';
import type { Invite, RoomState } from '../room/core/state';

/** An event and its author: one of the test's people, or null for the room itself. */
export interface Happened {
  by: string | null;
  event: RoomEvent;
}

/** The time of a test's first event (ms); each further event is a second later. */
export const START = 1_000_000;
export const SECOND = 1_000;

/** `hana` → `mb_hana00000000`. */
export function idOf(name: string): string {
  return `mb_${name.padEnd(12, '0')}`;
}

/** Several events of one person. */
export function by(name: string | null, ...events: RoomEvent[]): Happened[] {
  return events.map((event) => ({ by: name, event }));
}

interface Circumstances {
  /** Milliseconds; by default a second after the last event. */
  at?: number;
  /** By default the host is connected. */
  hostAwayMs?: number | 'unknown' | null;
  seatAwayMs?: number | 'unknown' | null;
  heardBefore?: HeardBefore;
  /** By default rounds are counted. */
  roundKey?: number;
  /** By default there are none. */
  spareInvites?: readonly Invite[];
}

export interface Outcome {
  /** The command makes exactly these events. */
  makes(...events: RoomEvent[]): void;
  /** The command is accepted and changes nothing. */
  changesNothing(): void;
  rejects(code: RejectionCode): void;
  /** The state after the command, which must be accepted. */
  state(): RoomState;
}

/** The state after a history. */
export function stateOf(...history: Happened[][]): RoomState {
  const state = fold(null, history.flat());
  if (!state) throw new Error('a test needs at least one event');
  return state;
}

/** `given(history).when('hana', command).makes(events)`, or `.rejects(code)`. */
export function given(...history: Happened[][]) {
  const happened = history.flat();
  const state = fold(null, happened);
  return {
    when: (name: string | null, command: RoomCommand, circumstances: Circumstances = {}): Outcome => {
      const at = circumstances.at ?? START + happened.length * SECOND;
      const meta: EventMeta = { at, by: name === null ? null : idOf(name) };
      const { at: _at, ...others } = circumstances;
      const usual = { hostAwayMs: null, heardBefore: NOTHING_HEARD, spareInvites: [] };
      const decision = decide(state, command, { ...usual, ...others, ...meta });
      const events = () => {
        expect(decision).toMatchObject({ ok: true });
        return decision.ok ? decision.events : [];
      };
      return {
        makes: (...expected) => expect(events()).toEqual(expected),
        changesNothing: () => expect(events()).toEqual([]),
        rejects: (code) => expect(decision).toEqual({ ok: false, code }),
        state: () => {
          const after = events().reduce<RoomState | null>((now, event) => evolve(now, event, meta), state);
          if (!after) throw new Error('nothing happened yet');
          return after;
        },
      };
    },
  };
}

function fold(start: RoomState | null, happened: readonly Happened[]): RoomState | null {
  return happened.reduce<RoomState | null>(
    (state, { by: name, event }, index) =>
      evolve(state, event, { at: START + index * SECOND, by: name === null ? null : idOf(name) }),
    start,
  );
}
