import type { Mine } from '../protocol/mine';
import { withRound } from './core/change';
import { admitted, type Commands, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { inAnyRound } from './core/occasions';
import { byId, remembered } from './core/remembered';
import { currentRound, type Member, memberOf, ratersOf, type Scene, type SceneRound } from './core/state';

/** What raters write for the candidate to read. Only its author sees it until the round is published. */

export type FeedbackEvent =
  | { type: 'FeedbackWritten'; roundId: string; keepDoing: string; workOn: string }
  | { type: 'SummaryWritten'; roundId: string; text: string };

export interface FeedbackPart {
  /** By rater. Empty texts are not kept. */
  feedback: Record<string, { keepDoing: string; workOn: string }>;
  summary: { by: string; text: string } | null;
}

export const noFeedback: FeedbackPart = { feedback: {}, summary: null };

export const commands: Commands<'WriteFeedback' | 'WriteSummary'> = {
  /** Accepted whenever it arrives, as notes are: also from a peer who has the hot seat by now. */
  WriteFeedback: {
    may: admitted,
    afterEnd: true,
    decide({ state, by }, { roundId, keepDoing, workOn }) {
      const round = state.rounds.find((other) => other.roundId === roundId);
      if (!round || !feedbackFrom(state, round).includes(by)) return reject('not-a-rater');
      if (round.phase === 'asking') return reject('wrong-phase');
      const last = round.feedback[by];
      if ((last?.keepDoing ?? '') === keepDoing && (last?.workOn ?? '') === workOn) return nothing;
      return accept({ type: 'FeedbackWritten', roundId, keepDoing, workOn });
    },
  },
  WriteSummary: {
    may: host,
    afterEnd: true,
    decide: inAnyRound(({ by, round }, { roundId, text }) => {
      if (!mayWriteSummary(round, by)) return reject('not-allowed');
      if (round.phase === 'asking') return reject('wrong-phase');
      if (round.summary?.by === by && round.summary.text === text) return nothing;
      return text === '' && !round.summary ? nothing : accept({ type: 'SummaryWritten', roundId, text });
    }),
  },
};

/** The raters of a round: today's while it goes on, afterwards those whose verdicts opened. */
function feedbackFrom(state: Scene, round: SceneRound): string[] {
  if (round.verdictsOpened) return round.verdictsOpened.panel;
  return currentRound(state)?.roundId === round.roundId ? ratersOf(state) : [];
}

/** Nobody sums up what was said about them, or replaces what they cannot read. */
function mayWriteSummary(round: SceneRound, memberId: string): boolean {
  if (round.candidateId === memberId) return false;
  const { summary, published, participants } = round;
  const isReader = published !== null && participants.some((other) => other.memberId === memberId);
  return summary === null || summary.by === memberId || isReader;
}

/** The rounds about which a member can write, as their asking is over, and what they wrote. */
export const myFeedback = remembered(
  (state: Scene, member: Member) => [
    member,
    state.members,
    state.hostId,
    ...asked(state).flatMap((round) => [
      round.feedback[member.memberId],
      round.summary,
      round.published === null,
      round.participants,
      writes(state, round, member),
    ]),
  ],
  (state, member): Mine['feedback'] =>
    byId(
      asked(state).filter((round) => sumsUp(state, round, member) || writes(state, round, member)),
      ({ roundId }) => roundId,
      (round) => ({
        roundId: round.roundId,
        no: round.no,
        candidate: memberOf(state, round.candidateId)?.name ?? '',
        published: round.published !== null,
        rates: writes(state, round, member),
        keepDoing: round.feedback[member.memberId]?.keepDoing ?? '',
        workOn: round.feedback[member.memberId]?.workOn ?? '',
        ...(sumsUp(state, round, member) ? summaryFor(state, round, member) : noSummary),
      }),
    ),
);

const asked = ({ rounds }: Scene) => rounds.filter(({ phase }) => phase !== 'asking');
const writes = (state: Scene, round: SceneRound, { memberId }: Member) =>
  feedbackFrom(state, round).includes(memberId);
const sumsUp = ({ hostId }: Scene, round: SceneRound, { memberId }: Member) =>
  memberId === hostId && memberId !== round.candidateId;
const noSummary = { summary: null, summaryBy: null };

function summaryFor(state: Scene, round: SceneRound, { memberId }: Member) {
  const { summary } = round;
  const other = summary && summary.by !== memberId ? summary.by : null;
  return {
    summary: mayWriteSummary(round, memberId) ? (summary?.text ?? '') : null,
    summaryBy: other === null ? null : (memberOf(state, other)?.name ?? ''),
  };
}

/** How many raters have written feedback. */
export function feedbackWritten(state: Scene, round: SceneRound): { written: number; of: number } {
  const panel = feedbackFrom(state, round);
  return { written: panel.filter((memberId) => memberId in round.feedback).length, of: panel.length };
}

export const evolvers: Evolvers<FeedbackEvent> = {
  FeedbackWritten: (state, { roundId, keepDoing, workOn }, { by }) =>
    withRound(state, roundId, (round) => {
      const { [by ?? '']: _, ...others } = round.feedback;
      const isEmpty = keepDoing.trim() === '' && workOn.trim() === '';
      return { ...round, feedback: isEmpty ? others : { ...others, [by ?? '']: { keepDoing, workOn } } };
    }),
  SummaryWritten: (state, { roundId, text }, { by }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      summary: text.trim() === '' ? null : { by: by ?? '', text },
    })),
};
