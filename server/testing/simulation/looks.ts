import { mineOf } from '../../room/core/mine';
import { audienceOf, channelOf, type RoomState } from '../../room/core/state';
import { viewOf } from '../../room/core/views';
import { fingerprint } from './fingerprint';
import type { Look } from './history';
import type { Past } from './past';

/**
 * What a window showed must have been the room as it was after some event, never after an earlier event than the look before, and never
 * after one that was not recorded yet.
 */
export function looksBack(looks: readonly Look[], { states }: Past): string[] {
  const shown = new Fingerprints();
  const isSeen = ({ by, audience, view, mine }: Look, state: RoomState) =>
    audienceOf(state, by) === audience && shown.view(state, by) === view && shown.mine(state, by) === mine;
  const reached = new Map<string, number>();
  const problems: string[] = [];
  for (const look of looks) {
    const from = reached.get(look.window) ?? 0;
    const found = states.slice(from, look.events).findIndex((state) => isSeen(look, state));
    if (found >= 0) reached.set(look.window, from + found);
    else if (states.slice(0, from).some((state) => isSeen(look, state)))
      problems.push(`${look.by} saw the room go back in time, at event ${look.events}`);
    else problems.push(`${look.by} saw a room that never was, at event ${look.events}`);
  }
  return problems;
}

/** What each person was to see after each event, each of them made once. */
class Fingerprints {
  readonly #views = new Map<RoomState, Map<string, number>>();

  view(state: RoomState, memberId: string): number | null {
    const channel = channelOf(state, memberId);
    return channel && this.#of(state, channel, () => viewOf(state, channel));
  }

  mine(state: RoomState, memberId: string): number {
    return this.#of(state, memberId, () => mineOf(state, memberId));
  }

  #of(state: RoomState, whose: string, make: () => unknown): number {
    const known = this.#views.get(state) ?? new Map<string, number>();
    this.#views.set(state, known);
    const made = known.get(whose) ?? fingerprint(make());
    known.set(whose, made);
    return made;
  }
}
