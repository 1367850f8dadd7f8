import type { Mine } from '../protocol/mine';
import type { ClosingSlice } from '../protocol/view-closing';
import type { RoundDecision } from '../protocol/words';
import { withRound } from './core/change';
import { type Commands, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { inAnyRound, inRound } from './core/occasions';
import { channelOf, currentRound, type Scene } from './core/state';
import { feedbackWritten } from './feedback';
import { wasPublished } from './publishing';
import { isOver } from './rules';
import { participants, tookPart } from './taking-part';

/**
 * How a led panel ends a round: in private, with a decision that its candidate never sees. Bringing the candidate back
 * is a choice, and so is publishing (`publishing.ts`).
 */

export type ClosingEvent =
  | { type: 'CandidateCalledBack'; roundId: string }
  | { type: 'DecisionRecorded'; roundId: string; decision: RoundDecision; why: string };

export interface ClosingPart {
  /** The candidate is asked to join the debrief. */
  calledBack: boolean;
  decision: { decision: RoundDecision; why: string; by: string; at: number } | null;
}

export const notClosed: ClosingPart = { calledBack: false, decision: null };

export const commands: Commands<'CallCandidateBack' | 'RecordDecision'> = {
  CallCandidateBack: {
    may: host,
    decide: inRound(({ state, round }, { roundId }) => {
      if (state.settings.format === 'peer') return reject('not-allowed');
      if (round.phase !== 'debrief') return reject('wrong-phase');
      return round.calledBack ? nothing : accept({ type: 'CandidateCalledBack', roundId });
    }),
  },
  /** Also after the end, so that a panel that decides a day later can still record it. */
  RecordDecision: {
    may: host,
    afterEnd: true,
    decide: inAnyRound(({ state, by, round }, { roundId, decision, why, replaces }) => {
      if (state.settings.format === 'peer') return reject('not-allowed');
      if (round.phase !== 'debrief' && !isOver(round.phase)) return reject('wrong-phase');
      // Nobody replaces what they cannot read.
      if (isOver(round.phase) && !tookPart(round, by)) return reject('not-allowed');
      const last = round.decision;
      if (last?.decision === decision && last.why === why) return nothing;
      if (replaces !== undefined && replaces !== (last?.at ?? null)) return reject('changed-meanwhile');
      return accept({ type: 'DecisionRecorded', roundId, decision, why });
    }),
  },
};

export const evolvers: Evolvers<ClosingEvent> = {
  CandidateCalledBack: (state, { roundId }) =>
    withRound(state, roundId, (round) => ({ ...round, calledBack: true })),
  DecisionRecorded: (state, { roundId, decision, why }, { at, by }) =>
    withRound(state, roundId, (round) => {
      const decided = { ...round, decision: { decision, why, by: by ?? '', at } };
      if (isOver(round.phase)) return decided;
      return { ...decided, phase: 'closed', closedAt: at, participants: participants(state, round) };
    }),
};

/** What the panel sees of the round's end; of feedback, only how many people have written some. */
export function closingSlice(state: Scene): ClosingSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  return {
    calledBack: round.calledBack,
    wasPublished: wasPublished(round),
    feedback: feedbackWritten(state, round),
  };
}

/** The decision is for the people of the round alone, as its scorecard is, and not for a panel that they have since joined. */
export function myDecision(state: Scene, memberId: string): Pick<Mine, 'decision' | 'joinedAfter'> {
  const round = currentRound(state);
  const channel = channelOf(state, memberId);
  const isOnPanel = channel === 'host' || channel === 'panel';
  if (!round || !isOver(round.phase) || !isOnPanel) return { decision: null, joinedAfter: false };
  const wasThere = tookPart(round, memberId);
  return { decision: wasThere ? round.decision : null, joinedAfter: !wasThere };
}
