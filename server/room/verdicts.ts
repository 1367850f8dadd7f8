import type { VerdictsSlice } from '../protocol/view-judging';
import type { Verdict } from '../protocol/words';
import { withRound } from './core/change';
import { type Commands, type Consequence, type Evolvers, host, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { changedMeanwhile } from './core/meanwhile';
import { inRound } from './core/occasions';
import { byId } from './core/remembered';
import {
  currentRound,
  type RoomState,
  type Round,
  ratersOf,
  type Scene,
  type SceneRound,
} from './core/state';
import { verdictsFrom } from './late';

/** Verdicts, submitted face down, which open together once none is missing. */

type VerdictsOpened = { type: 'VerdictsOpened'; roundId: string; panel: string[] };

export type VerdictEvent =
  | { type: 'VerdictSubmitted'; roundId: string; verdict: Verdict; rationale: string }
  | { type: 'VerdictExcused'; roundId: string; memberId: string }
  | { type: 'VerdictUnexcused'; roundId: string; memberId: string }
  | VerdictsOpened;

export interface VerdictsPart {
  /** By rater. */
  verdicts: Record<string, { verdict: Verdict; rationale: string; at: number }>;
  /** Verdicts from before asking was resumed, by rater: each author is asked anew, with their old words. */
  setAside: Record<string, { verdict: Verdict; rationale: string }>;
  excused: string[];
  verdictsOpened: { at: number; panel: string[] } | null;
}

export const noVerdicts: VerdictsPart = { verdicts: {}, setAside: {}, excused: [], verdictsOpened: null };

export const commands: Commands<'SubmitVerdict' | 'ExcuseVerdict' | 'UnexcuseVerdict'> = {
  SubmitVerdict: {
    may: panel,
    decide: inRound(({ state, by, round }, { roundId, verdict, rationale, base }) => {
      if (!ratersOf(state).includes(by)) return reject('not-a-rater');
      if (round.phase !== 'deliberating') return reject('wrong-phase');
      if (round.verdictsOpened) return reject('verdicts-open');
      const saved = round.verdicts[by]?.rationale ?? '';
      if (changedMeanwhile(base, saved, rationale)) return reject('changed-meanwhile');
      return accept({ type: 'VerdictSubmitted', roundId, verdict, rationale });
    }),
  },
  ExcuseVerdict: {
    may: host,
    decide: inRound(({ state, round }, { roundId, memberId }) => {
      if (round.phase !== 'deliberating' || round.verdictsOpened) return reject('wrong-phase');
      if (!ratersOf(state).includes(memberId)) return reject('not-found');
      if (round.excused.includes(memberId)) return nothing;
      return accept({ type: 'VerdictExcused', roundId, memberId });
    }),
  },
  UnexcuseVerdict: {
    may: host,
    decide: inRound(({ round }, { roundId, memberId }) => {
      if (round.phase !== 'deliberating') return reject('wrong-phase');
      if (round.verdictsOpened) return reject('verdicts-open');
      if (!round.excused.includes(memberId)) return nothing;
      return accept({ type: 'VerdictUnexcused', roundId, memberId });
    }),
  },
};

/** Verdicts open automatically once one is given and none is missing. */
export const openedVerdicts: Consequence = (state) => {
  const round = currentRound(state);
  if (round?.phase !== 'deliberating' || round.verdictsOpened) return [];
  if (Object.keys(round.verdicts).length === 0 || !areVerdictsComplete(state, round)) return [];
  return [opening(state, round)];
};

export function withVerdictsSetAside(round: Round): Round {
  return { ...round, verdicts: {}, setAside: { ...round.setAside, ...round.verdicts } };
}

/** If nobody is left to give a verdict, they open with the debrief. */
export function remainingVerdicts(state: RoomState, round: Round): VerdictsOpened[] {
  return round.verdictsOpened ? [] : [opening(state, round)];
}

/** Whether every rater has given a verdict or is excused. */
export function areVerdictsComplete(state: RoomState, round: Round): boolean {
  return verdictsFrom(state, round).every(
    (memberId) => memberId in round.verdicts || round.excused.includes(memberId),
  );
}

/** The raters' verdicts open together, with those of people who gave one and have left since. */
function opening(state: RoomState, round: Round): VerdictsOpened {
  const panel = [...new Set([...verdictsFrom(state, round), ...Object.keys(round.verdicts)])];
  return { type: 'VerdictsOpened', roundId: round.roundId, panel };
}

export const evolvers: Evolvers<VerdictEvent> = {
  VerdictSubmitted: (state, { roundId, verdict, rationale }, { at, by }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      excused: round.excused.filter((memberId) => memberId !== by),
      verdicts: { ...round.verdicts, [by ?? '']: { verdict, rationale, at } },
    })),
  VerdictExcused: (state, { roundId, memberId }) =>
    withRound(state, roundId, (round) => ({ ...round, excused: [...round.excused, memberId] })),
  VerdictUnexcused: (state, { roundId, memberId }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      excused: round.excused.filter((other) => other !== memberId),
    })),
  VerdictsOpened: (state, { roundId, panel }, { at }) =>
    withRound(state, roundId, (round) => ({ ...round, verdictsOpened: { at, panel } })),
};

export function verdictsSlice(state: Scene): VerdictsSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const panel = round.verdictsOpened?.panel ?? verdictsFrom(state, round);
  return {
    // The excused count too: without them the number would tell which of them had given one.
    in: panel.filter((memberId) => memberId in round.verdicts).length,
    of: panel.length,
    excused: round.excused.filter((memberId) => panel.includes(memberId)),
    opened: round.verdictsOpened ? givenVerdicts(round, panel) : null,
  };
}

function givenVerdicts(round: SceneRound, panel: string[]): NonNullable<VerdictsSlice>['opened'] {
  const given = panel.flatMap((memberId) => {
    const one = round.verdicts[memberId];
    return one ? [{ memberId, verdict: one.verdict, rationale: one.rationale }] : [];
  });
  return byId(
    given,
    ({ memberId }) => memberId,
    (one, no) => ({ ...one, no }),
  );
}
