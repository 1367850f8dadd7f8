import type { Format } from '@/server/protocol/words';

/** What happens after a published round, for the person who had the hot seat. */
export function nextInWords(format: Format, nextName: string | null): string {
  if (format === 'led')
    return 'Your interview is over. The scorecard stays in your history, whether you leave now or later.';
  return nextName === null
    ? 'Everybody has had a turn. The scorecard stays in your history.'
    : `${nextName} is next in the hot seat. When the round starts, you’ll join the panel here.`;
}
