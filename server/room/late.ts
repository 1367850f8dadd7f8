import { withMember } from './core/change';
import { type Commands, type Evolvers, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { inRound } from './core/occasions';
import { type Ask, memberOf, type RoomState, ratersOf, type Scene, type SceneRound } from './core/state';
import { isOver } from './rules';

/** Nothing waits for a panelist who joins late: neither earlier asks, nor the verdicts, unless they choose to take part. */

export type LateEvent = { type: 'PartTaken'; memberId: string; roundId: string };

export const commands: Commands<'TakePart'> = {
  TakePart: {
    may: panel,
    decide: inRound(({ state, by, round }, { roundId }) => {
      if (round.verdictsOpened || round.phase === 'debrief' || isOver(round.phase))
        return reject('wrong-phase');
      if (!ratersOf(state).includes(by)) return reject('not-a-rater');
      if (!isLate(state, round, by)) return nothing;
      return accept({ type: 'PartTaken', memberId: by, roundId });
    }),
  },
};

/** The raters whose rating of this ask would be missing, and those who rated it. */
export function ratersOfAsk(
  state: RoomState,
  ask: Ask,
  raters: readonly string[] = ratersOf(state),
): string[] {
  const round = state.rounds.at(-1);
  const isOfNewest = round?.asks.some(({ askId }) => askId === ask.askId) ?? false;
  return raters.filter((memberId) => {
    const arrived = memberOf(state, memberId)?.arrived;
    const missed = isOfNewest && arrived?.rounds === state.rounds.length && ask.no <= arrived.asks;
    return !missed || memberId in ask.first;
  });
}

/** The raters whose verdict the panel waits for, and those who gave one. */
export function verdictsFrom(state: Scene, round: SceneRound): string[] {
  // Who practises alone gives no verdict on themselves.
  if (state.tryOut?.alone) return [];
  return ratersOf(state).filter((memberId) => !isLate(state, round, memberId) || memberId in round.verdicts);
}

/** Joined this round after its first question, and did not choose to take part in full. */
export function isLate(state: Scene, round: SceneRound, memberId: string): boolean {
  const member = memberOf(state, memberId);
  const { arrived } = member ?? {};
  const isNewest = state.rounds.at(-1)?.roundId === round.roundId;
  if (!isNewest || arrived?.rounds !== state.rounds.length || arrived.asks === 0) return false;
  return member?.takesPartIn !== round.roundId;
}

export const evolvers: Evolvers<LateEvent> = {
  PartTaken: (state, { memberId, roundId }) => withMember(state, memberId, { takesPartIn: roundId }),
};
