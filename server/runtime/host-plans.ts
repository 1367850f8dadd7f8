import type {
  AgendaWish,
  PlanForecast,
  SlotSuggestion,
  SlotsWish,
  Suggestion,
} from '../protocol/agenda-wish';
import type { HeardBefore } from '../room/core/decision';
import { audienceOf, memberByPrincipal, type RoomState } from '../room/core/state';
import { suggestAgenda } from '../room/planning/suggest-agenda';
import { suggestSlots } from '../room/planning/suggest-slots';
import { ledForecast, peerForecast } from '../room/rotation/forecast';
import { nextCandidate } from '../room/rotation/next';
import { idsOf, type Principal } from './principal';
import { reject } from './rejection';
import type { Outcome } from './rooms';

/** The forecast of a room's plan for the people who are in it now. `state` is the room's; null if it does not exist. */
export function forecast(
  principal: Principal,
  state: RoomState | null,
  heardBefore: (state: RoomState) => Promise<HeardBefore>,
): Promise<Outcome<PlanForecast>> {
  return asHost(principal, state, async (room) => {
    const heard = countedAs(room, await heardBefore(room));
    const value =
      room.settings.format === 'led'
        ? ledForecast(room.pack, heard)
        : peerForecast(room, nextCandidate(room)?.memberId ?? null, heard);
    return { ok: true, value };
  });
}

/** A new suggestion for a led room's agenda, for the candidate in the room. */
export function suggestion(
  principal: Principal,
  state: RoomState | null,
  wish: AgendaWish,
  heardBefore: (state: RoomState) => Promise<HeardBefore>,
): Promise<Outcome<Suggestion>> {
  return asHost(principal, state, async (room) => {
    // The host of a peer room has the hot seat too.
    if (room.settings.format === 'peer') return reject('not-allowed');
    const heard = new Set(countedAs(room, await heardBefore(room)).keys());
    return { ok: true, value: suggestAgenda(room.pack, { ...wish, heard, whom: 'the candidate' }) };
  });
}

/** A new suggestion for a peer room's agenda, with only competencies. */
export function slotSuggestion(
  principal: Principal,
  state: RoomState | null,
  wish: SlotsWish,
): Promise<Outcome<SlotSuggestion>> {
  return asHost(principal, state, async (room) =>
    room.settings.format === 'led'
      ? reject('not-allowed')
      : { ok: true, value: suggestSlots(room.pack, wish) },
  );
}

/** In a led room only the next candidate's heard items count, since its panel asks everybody the same. */
function countedAs(room: RoomState, heard: HeardBefore): HeardBefore {
  if (room.settings.format === 'peer') return heard;
  const candidate = nextCandidate(room)?.memberId;
  return new Map([...heard].filter(([, hearers]) => candidate !== undefined && hearers.includes(candidate)));
}

async function asHost<T>(
  principal: Principal,
  state: RoomState | null,
  work: (room: RoomState) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state || !member) return reject('not-found');
  if (audienceOf(state, member.memberId) !== 'host') return reject('not-allowed');
  return work(state);
}
