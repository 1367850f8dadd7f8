import { isDeepStrictEqual } from 'node:util';
import type { RoomEvent } from '../../room/core/events';
import { evolve } from '../../room/core/evolve';
import type { RoomState } from '../../room/core/state';
import type { StoredEvent } from '../../runtime/ports';

/** A room's whole past, from its record alone. */
export interface Past {
  events: readonly RoomEvent[];
  stored: readonly StoredEvent[];
  /** By number of events: its state. The first is the state after one. */
  states: readonly RoomState[];
  end: RoomState;
  /** By the id of each command: the number of events before it took effect. */
  commands: ReadonlyMap<string, number>;
  /** What is wrong with the record itself: its order, and commands that are there twice. */
  problems: readonly string[];
}

export function pastOf(stored: readonly StoredEvent[], read: (event: StoredEvent) => RoomEvent): Past {
  const events = stored.map(read);
  const states: RoomState[] = [];
  for (const [index, event] of events.entries()) {
    const { at = 0, by = null } = stored[index] ?? {};
    states.push(evolve(states.at(-1) ?? null, event, { at, by }));
  }
  const end = states.at(-1);
  if (!end) throw new Error('the room was never opened');
  const { commands, problems } = groupsOf(stored);
  const again = stored.reduce<RoomState | null>((now, one) => evolve(now, read(one), one), null);
  if (!isDeepStrictEqual(again, end)) problems.push('the log gives another state each time');
  return { events, stored, states, end, commands, problems };
}

/** The events of a command must be together, and no command may be there twice. */
function groupsOf(stored: readonly StoredEvent[]) {
  const commands = new Map<string, number>();
  const problems: string[] = [];
  for (const [index, { commandId, seq, at }] of stored.entries()) {
    const before = stored[index - 1];
    if (seq !== index + 1) problems.push(`event ${index + 1} has seq ${seq}`);
    if (before && before.at > at) problems.push(`event ${index + 1} is earlier than the one before`);
    if (before?.commandId === commandId) continue;
    if (commands.has(commandId)) problems.push(`${commandId} took effect again`);
    commands.set(commandId, index);
  }
  return { commands, problems };
}
