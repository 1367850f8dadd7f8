import type { Slot } from '../protocol/commands';
import type { PackItem } from '../protocol/pack';
import { heardItems, itemOf, type Member, membersIn, type RoomState } from './state';

export interface Plan {
  /** What may be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
}

/**
 * A peer round's questions. Everybody takes the hot seat in turn, so whatever a round's panel can browse is spoilt
 * for those who have not sat yet: the pack's unheard and unseen items are dealt into one pool for each of them, and a
 * round opens only its own candidate's pool. No agenda is longer than the first: equal time for each.
 */
export function planPeerRound(state: RoomState, candidateId: string): Plan {
  const fresh = freshItems(state, candidateId);
  const seats = peersToSit(state).filter((member) => member.memberId !== candidateId).length + 1;
  const longest = state.rounds[0]?.agenda.length ?? state.settings.slots.length;
  const size = Math.max(1, Math.floor(fresh.length / seats));
  const agenda = fill(state.settings.slots, fresh).slice(0, Math.min(longest, size));
  const rest = roundRobin(fresh.filter((item) => !agenda.includes(item)));
  const pool = [...agenda, ...rest].slice(0, size);
  return { pool: pool.map((item) => item.id), agenda: agenda.map((item) => item.id) };
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

/** One item of each competency in turn, then the second of each, and so on. */
function roundRobin(items: readonly PackItem[]): PackItem[] {
  const groups = new Map<string | null, PackItem[]>();
  for (const item of items) groups.set(item.groupId, [...(groups.get(item.groupId) ?? []), item]);
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length));
  const turns = Array.from({ length: longest }, (_, turn) => turn);
  return turns.flatMap((turn) => [...groups.values()].flatMap((group) => group[turn] ?? []));
}

/** For each slot an item of its competency, else any left over, going round the competencies. */
function fill(slots: readonly Slot[], items: readonly PackItem[]): PackItem[] {
  const left = roundRobin(items);
  const chosen: PackItem[] = [];
  for (const slot of slots) {
    const wanted = left.findIndex((item) => slot.groupId === null || item.groupId === slot.groupId);
    chosen.push(...left.splice(Math.max(0, wanted), 1));
  }
  return chosen;
}

/** Seconds planned for one item: the room's target, else the item's own, else three minutes. */
export function targetSeconds(state: RoomState, itemId: string): number {
  const item = itemOf(state, itemId);
  if (item?.kind === 'exercise') return item.targetSeconds ?? 600;
  return state.settings.targetSeconds ?? item?.targetSeconds ?? 180;
}
