import type { OwnFeedback } from '@/server/protocol/own-feedback';

/** Told when feedback that others could read has changed. */
export const ALREADY_SENT =
  'The panel may have read the earlier text, downloaded it, or shown it to others by a link. So may the candidate, if feedback was shared.';

/** When others read what a rater saves, and what they may have by now. */
export function whenItShows({ published, sent }: Pick<OwnFeedback, 'published' | 'sent'>): string {
  const when = published
    ? 'The scorecard is published: the panel reads what you save here at once, and so does the candidate, if feedback is shared.'
    : 'Nobody else reads it before the scorecard is published.';
  return sent ? `${when} ${ALREADY_SENT}` : when;
}
