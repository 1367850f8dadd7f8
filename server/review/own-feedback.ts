import type { OwnFeedback } from '../protocol/own-feedback';
import { mayAmendFeedback } from '../room/feedback';
import { wasPublished } from '../room/publishing';
import type { Entitled } from './entitled';

/** What a rater wrote about a round, and can still change from its scorecard; null for everybody else. */
export function ownFeedbackOf({ state, round, viewer: { memberId } }: Entitled): OwnFeedback | null {
  if (!mayAmendFeedback(state, round, memberId)) return null;
  const { keepDoing = '', workOn = '' } = round.feedback[memberId] ?? {};
  return {
    keepDoing,
    workOn,
    published: round.published !== null,
    sent: memberId in round.feedback && wasPublished(round),
  };
}
