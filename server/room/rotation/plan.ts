import type { PackItem, Question } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import { allRounds, heardItems, itemOf, type RoomState } from '../core/state';
import { dealable } from '../core/twins';
import { mean, type Share, total, weightOf } from './deal';
import { freshExercises, inPlaces, isTwinOf } from './exercises';
import { peersToSit } from './next';
import { isQuestion, type SharedOut, shareOut } from './share-out';

export interface Plan {
  /** What can be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
}

/**
 * A peer round's questions and exercises. Everyone takes the hot seat in turn, so an item that a round's panel can browse is
 * spoilt for those who have not sat yet. The pack's unheard and unseen items are therefore dealt into one share for
 * each of them, and a round opens only its own candidate's. No agenda is longer than the first, and all are as alike
 * in level and time as the items allow.
 */
export function planPeerRound(state: RoomState, candidateId: string, heard: HeardBefore): Plan {
  const { shares: all, code: allCode, keeps } = dealToCome(state, candidateId, heard);
  // If there are fewer questions than people, the last of them get none.
  const shares = all.filter(({ pool }) => pool.length > 0);
  const known = ({ agenda }: Share) => agenda.filter(({ id }) => heard.get(id)?.includes(candidateId)).length;
  const least = Math.min(...shares.map(known));
  const first = firstAgenda(state);
  const weigh = (items: readonly PackItem[]) =>
    total(items, (item) => weightOf(item, state.settings.targetSeconds));
  const questions = fairest(
    shares.filter((share) => known(share) === least),
    ({ agenda }) => weigh(agenda),
    first.length > 0 ? weigh(first.filter(isQuestion)) : mean(shares.map(({ agenda }) => weigh(agenda))),
  ) ?? { agenda: [], pool: [] };
  const code =
    fairest(
      keeps ? allCode.slice(0, 1) : allCode,
      weigh,
      first.length > 0 ? weigh(first.filter((item) => !isQuestion(item))) : mean(allCode.map(weigh)),
    ) ?? [];
  const agenda = inPlaces(state.settings.slots, questions.agenda, code);
  return { pool: idsOf([...questions.pool, ...code]), agenda: idsOf(agenda) };
}

/** `keeps`: only the first of the lists of exercises may be the next person's. */
export function dealToCome(
  state: RoomState,
  candidateId: string,
  heard: HeardBefore,
): SharedOut & { keeps: boolean } {
  const { slots, targetSeconds, level } = state.settings;
  const hearers = [
    candidateId,
    ...peersToSit(state).flatMap(({ memberId }) => (memberId === candidateId ? [] : [memberId])),
  ];
  const { exercises, kept } = codeToDeal(state, hearers, heard);
  const out = shareOut({
    slots,
    questions: (code) => shuffled(freshItems(state, candidateId, heard, code), state.seed),
    exercises: shuffled(exercises, state.seed),
    kept,
    heard,
    hearers,
    targetSeconds,
    level,
    first: state.rounds.length > 0 ? firstAgenda(state) : null,
  });
  return { ...out, keeps: (kept[0]?.length ?? 0) >= Math.max(1, out.code[0]?.length ?? 0) };
}

const idsOf = (items: readonly PackItem[]) => items.map(({ id }) => id);

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

/** The one whose weight is nearest to this. */
function fairest<T>(among: readonly T[], weigh: (one: T) => number, wanted: number): T | undefined {
  const distance = (one: T) => Math.abs(weigh(one) - wanted);
  return among.reduce<T | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}

function firstAgenda(state: RoomState): PackItem[] {
  return state.rounds[0]?.agenda.flatMap((id) => itemOf(state, id) ?? []) ?? [];
}

/**
 * Questions that were not heard in this room, that this person has not seen on a panel, and that are not twins of what was
 * dealt here. If there are none, those that were not heard in this room.
 */
function freshItems(
  state: RoomState,
  candidateId: string,
  heardBefore: HeardBefore,
  code: readonly PackItem[],
): Question[] {
  const heard = heardItems(state);
  const seen = new Set(poolsOf(state, (owner) => owner !== candidateId));
  const dealt = [...dealtHere(state), ...code];
  const unheard = dealable(state.pack.questions, heardBefore).filter(
    (item) => !heard.has(item.id) && !isTwinOf(item, dealt),
  );
  const unseen = unheard.filter((item) => !seen.has(item.id));
  return unseen.length > 0 ? unseen : unheard;
}

/** Exercises for anybody, and for each of these people those of their own discarded rounds. */
function codeToDeal(state: RoomState, toSit: readonly string[], heardBefore: HeardBefore) {
  const heard = heardItems(state);
  const seen = new Set(poolsOf(state, () => true));
  const dealt = dealtHere(state);
  const unheard = freshExercises(state.pack.exercises, heardBefore).filter(({ id }) => !heard.has(id));
  return {
    exercises: unheard.filter((item) => !seen.has(item.id) && !isTwinOf(item, dealt)),
    kept: toSit.map((memberId) => {
      const own = poolsOf(state, (owner) => owner === memberId);
      const others = poolsOf(state, (owner) => owner !== memberId);
      return unheard.filter(({ id }) => own.includes(id) && !others.includes(id));
    }),
  };
}

/** Ids in the pools of these people's rounds, which everybody else in them could browse. */
function poolsOf(state: RoomState, has: (ownerId: string) => boolean): string[] {
  return allRounds(state).flatMap(({ candidateId, pool }) => (has(candidateId) ? (pool ?? []) : []));
}

function dealtHere(state: RoomState): PackItem[] {
  const ids = new Set([...heardItems(state), ...poolsOf(state, () => true)]);
  return [...ids].flatMap((id) => itemOf(state, id) ?? []);
}
