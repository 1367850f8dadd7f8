import { moment } from '@/app/ui/format';
import type { Sharing } from '@/server/protocol/sharing';
import type { Closing } from '@/server/protocol/view-closing';

/** "means, feedback"; "only the questions" if nothing else is shared. */
export function sharingInWords({ ratings, verdicts, keyPoints, evidence, feedback }: Sharing): string {
  const parts = [
    ratings === 'means' ? 'means' : ratings === 'named' ? 'named ratings' : null,
    verdicts ? 'verdicts' : null,
    keyPoints ? 'key points' : null,
    evidence ? 'evidence' : null,
    feedback ? 'feedback' : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : 'only the questions';
}

/** What a candidate could see and when, in the reader's own time zone, oldest first. */
export function sharedInWords(
  { published, sharedBefore }: Closing,
  now = Date.now(),
  zone = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string[] {
  const at = (instant: number) => moment(instant, now, zone);
  const since = Math.max(published?.at ?? 0, sharedBefore.at(-1)?.until ?? 0);
  return [
    ...sharedBefore.map(
      ({ sharing, from, until }) => `Open from ${at(from)} to ${at(until)}: ${sharingInWords(sharing)}.`,
    ),
    ...(published ? [`Open since ${at(since)}: ${sharingInWords(published.sharing)}.`] : []),
  ];
}
