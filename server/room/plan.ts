import type { PackItem } from '../protocol/pack';
import { deal, type Share, total, weightOf } from './deal';
import { secondsOf } from './item-load';
import { heardItems, itemOf, type Member, membersIn, type RoomState } from './state';

export interface Plan {
  /** What may be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
}

/**
 * A peer round's questions. Everybody takes the hot seat in turn, so whatever a round's panel can browse is spoilt
 * for those who have not sat yet: the pack's unheard and unseen items are dealt into one share for each of them, and a
 * round opens only its own candidate's. No agenda is longer than the first, and each is as hard and as long as the
 * items allow.
 */
export function planPeerRound(state: RoomState, candidateId: string): Plan {
  const { slots, targetSeconds } = state.settings;
  const items = freshItems(state, candidateId);
  if (items.length === 0) return { pool: [], agenda: [] };
  const seats = peersToSit(state).filter((member) => member.memberId !== candidateId).length + 1;
  const first = state.rounds[0]?.agenda.flatMap((id) => itemOf(state, id) ?? []) ?? [];
  const longest = state.rounds[0]?.agenda.length ?? slots.length;
  const shares = deal({ items, slots: slots.slice(0, longest), seats, targetSeconds, before: first });
  const { agenda, pool } = fairest(shares, first, (item) => weightOf(item, targetSeconds));
  return { pool: pool.map((item) => item.id), agenda: agenda.map((item) => item.id) };
}

/** The share most like what the first candidate got; before the first round the one most like all shares together. */
function fairest(shares: Share[], first: PackItem[], weight: (item: PackItem) => number): Share {
  const weights = shares.map(({ agenda }) => total(agenda, weight));
  const wanted =
    first.length > 0
      ? total(first, weight)
      : weights.reduce((sum, own) => sum + own, 0) / Math.max(1, shares.length);
  const distance = (share: Share) => Math.abs(total(share.agenda, weight) - wanted);
  return shares.reduce((best, share) => (distance(share) < distance(best) ? share : best));
}

/** Panelists in the order of joining who have not had the hot seat. */
export function peersToSit(state: RoomState): Member[] {
  const sat = new Set(state.rounds.map((round) => round.candidateId));
  return membersIn(state).filter((member) => member.role === 'panelist' && !sat.has(member.memberId));
}

/** Not heard in this room, nor open to this person while they were on a panel. Falls back to unheard. */
function freshItems(state: RoomState, candidateId: string): PackItem[] {
  const heard = heardItems(state);
  const seen = new Set(
    state.rounds.filter((round) => round.candidateId !== candidateId).flatMap((round) => round.pool ?? []),
  );
  const unheard = state.pack.questions.filter((item) => !heard.has(item.id));
  const unseen = unheard.filter((item) => !seen.has(item.id));
  return unseen.length > 0 ? unseen : unheard;
}

/** Seconds planned for one item: the room's target, else the item's own, else three minutes. */
export function targetSeconds(state: RoomState, itemId: string): number {
  const item = itemOf(state, itemId);
  if (!item) return state.settings.targetSeconds ?? 180;
  return secondsOf(item, state.settings.targetSeconds);
}
