/** A rater's own feedback, which they can change from the scorecard. */
export interface OwnFeedback {
  keepDoing: string;
  workOn: string;
  /** The scorecard is published: what is saved is on it at once, if feedback is shared. */
  published: boolean;
  /** Others could read it. */
  sent: boolean;
}
