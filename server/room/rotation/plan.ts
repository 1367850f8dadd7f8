import type { Slot } from '../../protocol/commands';
import type { PackItem, Question } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import { heardItems, itemOf, type RoomState } from '../core/state';
import { dealable } from '../core/twins';
import { areTwins } from '../rules';
import { deal, type Share, total, weightOf } from './deal';
import { peersToSit } from './next';

export interface Plan {
  /** What can be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
}

/**
 * A peer round's questions. Everyone takes the hot seat in turn, so a question that a round's panel can browse is spoilt
 * for those who have not sat yet: the pack's unheard and unseen items are dealt into one share for each of them, and a
 * round opens only its own candidate's. No agenda is longer than the first, and each is as hard and as long as the
 * items allow.
 */
export function planPeerRound(state: RoomState, candidateId: string, heard: HeardBefore): Plan {
  // Where there are fewer questions than people, the last of them get none.
  const shares = sharesToCome(state, candidateId, heard).filter(({ pool }) => pool.length > 0);
  if (shares.length === 0) return { pool: [], agenda: [] };
  const known = ({ agenda }: Share) => agenda.filter(({ id }) => heard.get(id)?.includes(candidateId)).length;
  const least = Math.min(...shares.map(known));
  const { agenda, pool } = fairest(
    state,
    shares.filter((share) => known(share) === least),
    shares,
  );
  return { pool: pool.map((item) => item.id), agenda: agenda.map((item) => item.id) };
}

/** One share for each person who is still to sit, whoever sits next. */
export function sharesToCome(state: RoomState, candidateId: string, heard: HeardBefore): Share[] {
  const { slots, targetSeconds, level } = state.settings;
  const before = firstAgenda(state);
  const toSit = [
    candidateId,
    ...peersToSit(state).flatMap(({ memberId }) => (memberId === candidateId ? [] : [memberId])),
  ];
  const wanted = slots.slice(0, state.rounds[0]?.agenda.length);
  const fresh = freshItems(state, candidateId, heard);
  const items = leastHeard(fresh, heard, toSit, enoughFor(toSit.length, wanted, fresh));
  return deal({ items, slots: wanted, seats: toSit.length, targetSeconds, level, before });
}

/** The share most like what the first candidate got; before the first round the one most like all shares together. */
function fairest(state: RoomState, among: Share[], all: Share[]): Share {
  const first = firstAgenda(state);
  const weigh = (items: readonly PackItem[]) =>
    total(items, (item) => weightOf(item, state.settings.targetSeconds));
  const wanted =
    first.length > 0
      ? weigh(first)
      : all.reduce((sum, { agenda }) => sum + weigh(agenda), 0) / Math.max(1, all.length);
  const distance = ({ agenda }: Share) => Math.abs(weigh(agenda) - wanted);
  return among.reduce((best, share) => (distance(share) < distance(best) ? share : best));
}

function firstAgenda(state: RoomState): PackItem[] {
  return state.rounds[0]?.agenda.flatMap((id) => itemOf(state, id) ?? []) ?? [];
}

/**
 * Neither heard in this room, nor seen by this person on a panel, nor twins of what was dealt in this room. If there
 * are none: not heard in this room.
 */
function freshItems(state: RoomState, candidateId: string, heardBefore: HeardBefore): Question[] {
  const heard = heardItems(state);
  const seen = new Set(
    state.rounds.filter((round) => round.candidateId !== candidateId).flatMap((round) => round.pool ?? []),
  );
  const dealt = [...new Set([...heard, ...state.rounds.flatMap((round) => round.pool ?? [])])].flatMap(
    (id) => itemOf(state, id) ?? [],
  );
  const unheard = dealable(state.pack.questions, heardBefore).filter(
    (item) => !heard.has(item.id) && !dealt.some((other) => areTwins(item, other)),
  );
  const unseen = unheard.filter((item) => !seen.has(item.id));
  return unseen.length > 0 ? unseen : unheard;
}

/**
 * How many of these questions the people need in all: one for each slot of each person, or as many as there are for
 * each of them, and always at least one for each.
 */
export function enoughFor(people: number, slots: readonly Slot[], items: readonly PackItem[]): number {
  const each = Math.min(slots.length, Math.floor(items.length / people));
  return people * Math.max(1, each);
}

/**
 * The items that nobody here heard in an earlier room. Where they are too few, as many more as are missing: those that
 * the fewest people who are still to sit have heard. In the pack's order.
 */
export function leastHeard<T extends PackItem>(
  items: readonly T[],
  heard: HeardBefore,
  toSit: readonly string[],
  needed: number,
): T[] {
  const isNew = (item: PackItem) => !heard.has(item.id);
  const missing = Math.max(0, needed - items.filter(isNew).length);
  const hearers = ({ id }: PackItem) =>
    heard.get(id)?.filter((memberId) => toSit.includes(memberId)).length ?? 0;
  const known = items.filter((item) => !isNew(item)).sort((a, b) => hearers(a) - hearers(b));
  const more = new Set(known.slice(0, missing));
  return items.filter((item) => isNew(item) || more.has(item));
}
