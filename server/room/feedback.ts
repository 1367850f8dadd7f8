import type { Mine } from '../protocol/mine';
import { withRound } from './core/change';
import { admitted, type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import { changedMeanwhile } from './core/meanwhile';
import { inAnyRound } from './core/occasions';
import { byId, remembered } from './core/remembered';
import {
  currentRound,
  type Member,
  memberOf,
  type RoomState,
  type Round,
  ratersOf,
  type Scene,
  type SceneRound,
} from './core/state';
import { calledByPanel } from './people';
import { isOver } from './rules';
import { tookPart } from './taking-part';

/** What raters write for the candidate to read. Only its author sees it until the round is published. */

/** Of a rater, from the scorecard, which is open to them also after they left and after the end. */
export interface FeedbackCommand {
  type: 'AmendFeedback';
  roundId: string;
  keepDoing: string;
  workOn: string;
  /** What the author went on from. */
  base?: { keepDoing: string; workOn: string };
}

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
    decide({ state, by }, { roundId, keepDoing, workOn, base }) {
      const round = state.rounds.find((other) => other.roundId === roundId);
      if (!round || !feedbackFrom(state, round).includes(by)) return reject('not-a-rater');
      if (round.phase === 'asking') return reject('wrong-phase');
      return written(round, by, { keepDoing, workOn }, base);
    },
  },
  WriteSummary: {
    may: host,
    afterEnd: true,
    decide: inAnyRound(({ by, round }, { roundId, text, base }) => {
      if (!mayWriteSummary(round, by)) return reject('not-allowed');
      if (round.phase === 'asking') return reject('wrong-phase');
      if (round.summary?.by === by && round.summary.text === text) return nothing;
      if (changedMeanwhile(base, round.summary?.text ?? '', text)) return reject('changed-meanwhile');
      return text === '' && !round.summary ? nothing : accept({ type: 'SummaryWritten', roundId, text });
    }),
  },
};

export const systemDeciders: SystemDeciders<FeedbackCommand['type']> = {
  AmendFeedback(state, { roundId, keepDoing, workOn, base }, { by }) {
    const round = state?.rounds.find((other) => other.roundId === roundId);
    if (!state || !round || by === null || !mayAmendFeedback(state, round, by)) return reject('not-found');
    return written(round, by, { keepDoing, workOn }, base);
  },
};

/** Whether a person may write feedback from the scorecard: a rater of a round that is over, who was not removed. */
export function mayAmendFeedback(state: RoomState, round: Round, memberId: string): boolean {
  const status = memberOf(state, memberId)?.status;
  const isFree = status === 'in' || status === 'left';
  return isFree && isOver(round.phase) && tookPart(round, memberId) && rated(state, round, memberId);
}

const rated = (state: Scene, round: SceneRound, memberId: string) =>
  feedbackFrom(state, round).includes(memberId);

type Texts = Round['feedback'][string];

function written(round: Round, by: string, { keepDoing, workOn }: Texts, base?: Partial<Texts>): Decision {
  const last = round.feedback[by] ?? { keepDoing: '', workOn: '' };
  if (last.keepDoing === keepDoing && last.workOn === workOn) return nothing;
  if (
    changedMeanwhile(base?.keepDoing, last.keepDoing, keepDoing) ||
    changedMeanwhile(base?.workOn, last.workOn, workOn)
  )
    return reject('changed-meanwhile');
  return accept({ type: 'FeedbackWritten', roundId: round.roundId, keepDoing, workOn });
}

/** The raters of a round: today's while it goes on, afterwards those whose verdicts opened. */
function feedbackFrom(state: Scene, round: SceneRound): string[] {
  if (round.verdictsOpened) return round.verdictsOpened.panel;
  return currentRound(state)?.roundId === round.roundId ? ratersOf(state) : [];
}

/** Nobody sums up what was said about them or without them, or replaces what they cannot read. */
function mayWriteSummary(round: SceneRound, memberId: string): boolean {
  const { candidateId, phase, summary, published } = round;
  if (candidateId === memberId) return false;
  if (summary?.by === memberId) return true;
  if (isOver(phase) && !tookPart(round, memberId)) return false;
  return summary === null || published !== null;
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
        candidate: calledByPanel(state)(round.candidateId),
        published: round.published !== null,
        rates: writes(state, round, member),
        keepDoing: round.feedback[member.memberId]?.keepDoing ?? '',
        workOn: round.feedback[member.memberId]?.workOn ?? '',
        ...(sumsUp(state, round, member) ? summaryFor(state, round, member) : noSummary),
      }),
    ),
);

const asked = ({ rounds }: Scene) => rounds.filter(({ phase }) => phase !== 'asking');
const writes = (state: Scene, round: SceneRound, { memberId }: Member) => rated(state, round, memberId);
/** Whether a member writes the summary, or would if another host had not. */
const sumsUp = ({ hostId }: Scene, round: SceneRound, { memberId }: Member) =>
  memberId === hostId &&
  memberId !== round.candidateId &&
  (round.summary !== null || mayWriteSummary(round, memberId));
const noSummary = { summary: null, summaryBy: null };

function summaryFor(state: Scene, round: SceneRound, { memberId }: Member) {
  const { summary } = round;
  const other = summary && summary.by !== memberId ? summary.by : null;
  return {
    summary: mayWriteSummary(round, memberId) ? (summary?.text ?? '') : null,
    summaryBy: other === null ? null : calledByPanel(state)(other),
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
