import { mineOf } from '../../room/core/mine';
import { audienceOf, channelOf, type RoomState } from '../../room/core/state';
import { viewOf } from '../../room/core/views';
import { fingerprint } from './fingerprint';
import type { Look } from './history';
import type { Past } from './past';

/**
 * What a person saw must have been the room as it was after some event, never after an earlier event than the look before, and never
 * after one that was not recorded yet.
 */
export function looksBack(looks: readonly Look[], { states }: Past): string[] {
  const reached = new Map<string, number>();
  const problems: string[] = [];
  for (const look of looks) {
    const from = reached.get(look.by) ?? 0;
    const found = states.slice(from, look.events).findIndex((state) => isSeen(look, state));
    if (found >= 0) reached.set(look.by, from + found);
    else if (states.slice(0, from).some((state) => isSeen(look, state)))
      problems.push(`${look.by} saw the room go back in time, at event ${look.events}`);
    else problems.push(`${look.by} saw a room that never was, at event ${look.events}`);
  }
  return problems;
}

function isSeen({ by, audience, view, mine }: Look, state: RoomState): boolean {
  const channel = channelOf(state, by);
  return (
    channel !== null &&
    audienceOf(state, by) === audience &&
    fingerprint(viewOf(state, channel)) === view &&
    fingerprint(mineOf(state, by)) === mine
  );
}
