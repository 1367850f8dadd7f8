import type { Command, CommandType } from '../../protocol/commands';
import type { Audience } from '../../protocol/words';
import type { Context, Decision, SystemCommand } from './decision';
import type { EventMeta, RoomEvent } from './events';
import type { RoomState } from './state';

/** The tables that every concept of the room fills. `core/decide` and `core/evolve` put them together. */

/** What the decider of a member's command gets: the state, the member's id, and what arrived with the command. */
export interface Occasion extends Context {
  state: RoomState;
  by: string;
}

type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** One command of a member: who may send it, and which events it makes. */
export interface CommandEntry<T extends CommandType> {
  /** Who may send it, by their audience at that moment. Checked before `decide`. */
  may: readonly Audience[];
  /** A candidate may send it only in the hot seat, never from the bench. */
  seatOnly?: true;
  /** Accepted also in a room that has ended, so that members keep what they wrote and can leave. */
  afterEnd?: true;
  decide(occasion: Occasion, command: CommandOf<T>): Decision;
}

export type Commands<T extends CommandType> = { [K in T]: CommandEntry<K> };

type SystemType = SystemCommand['type'];

/** Deciders of the program's own commands. The state is null before the room is opened. */
export type SystemDeciders<T extends SystemType = SystemType> = {
  [K in T]: (
    state: RoomState | null,
    command: Extract<SystemCommand, { type: K }>,
    context: Context,
  ) => Decision;
};

/** How each event changes the state. */
export type Evolvers<E extends { type: string }> = {
  [K in E['type']]: (state: RoomState, event: Extract<E, { type: K }>, meta: EventMeta) => RoomState;
};

/** Events that follow automatically from a state that a command has just led to. */
export type Consequence = (state: RoomState) => RoomEvent[];

export const host: readonly Audience[] = ['host'];
export const panel: readonly Audience[] = ['host', 'panelist'];
export const listeners: readonly Audience[] = ['host', 'panelist', 'observer'];
export const admitted: readonly Audience[] = ['host', 'panelist', 'observer', 'candidate'];
export const candidate: readonly Audience[] = ['candidate'];
