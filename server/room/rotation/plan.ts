import type { Slot } from '../../protocol/commands';
import type { PackItem, Question } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import { allRounds, heardItems, itemOf, type RoomState } from '../core/state';
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
 * A peer round's questions. Everyone takes the hot seat in turn, so a question that a round's panel can browse is
 * spoilt for those who have not sat yet. The pack's unheard and unseen items are therefore dealt into one share for
 * each of them, and a round opens only its own candidate's. No agenda is longer than the first, and all are as alike
 * in level and time as the items allow.
 */
export function planPeerRound(state: RoomState, candidateId: string, heard: HeardBefore): Plan {
  // If there are fewer questions than people, the last of them get none.
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

/** One share for each person who has still to sit. */
export function sharesToCome(state: RoomState, candidateId: string, heard: HeardBefore): Share[] {
  const { slots, targetSeconds, level } = state.settings;
  const before = firstAgenda(state);
  const toSit = [
    candidateId,
    ...peersToSit(state).flatMap(({ memberId }) => (memberId === candidateId ? [] : [memberId])),
  ];
  const wanted = slots.slice(0, state.rounds[0]?.agenda.length);
  const fresh = shuffled(freshItems(state, candidateId, heard), state.seed);
  const items = leastHeard(fresh, heard, toSit, enoughFor(toSit.length, wanted, fresh));
  return deal({ items, slots: wanted, seats: toSit.length, targetSeconds, level, before });
}

/** In an order of the room's own, so that the same settings deal differently elsewhere. Without a seed, in the pack's. */
function shuffled<T extends PackItem>(items: T[], seed: string): T[] {
  if (seed === '') return items;
  const places = new Map(items.map(({ id }) => [id, hashOf(`${seed}/${id}`)]));
  return [...items].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The share most like the first candidate's; before the first round, the one most like the average share. */
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
 * Items that were not heard in this room, that this person has not seen on a panel, and that are not twins of what was
 * dealt here. If there are none, those that were not heard in this room.
 */
function freshItems(state: RoomState, candidateId: string, heardBefore: HeardBefore): Question[] {
  const heard = heardItems(state);
  const seen = new Set(
    allRounds(state)
      .filter((round) => round.candidateId !== candidateId)
      .flatMap((round) => round.pool ?? []),
  );
  const dealt = [...new Set([...heard, ...allRounds(state).flatMap((round) => round.pool ?? [])])].flatMap(
    (id) => itemOf(state, id) ?? [],
  );
  const unheard = dealable(state.pack.questions, heardBefore).filter(
    (item) => !heard.has(item.id) && !dealt.some((other) => areTwins(item, other)),
  );
  const unseen = unheard.filter((item) => !seen.has(item.id));
  return unseen.length > 0 ? unseen : unheard;
}

/**
 * How many of these questions the people need in all: one for each slot of each person, or as many as there are equally
 * for each, and always at least one each.
 */
export function enoughFor(people: number, slots: readonly Slot[], items: readonly PackItem[]): number {
  const each = Math.min(slots.length, Math.floor(items.length / people));
  return people * Math.max(1, each);
}

/**
 * The items that nobody here heard in an earlier room. If they are too few, also as many more as are missing: those
 * that the fewest people who have still to sit have heard. In the pack's order.
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
