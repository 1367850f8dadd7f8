import type { Format } from '@/server/protocol/words';

/** What happens after a published round, for the person who had the hot seat. */
export function nextInWords(format: Format, nextName: string | null): string {
  if (format === 'led')
    return 'You are done here. The scorecard stays in your history, and you may leave whenever you like.';
  return nextName === null
    ? 'Everybody has had a turn. The scorecard stays in your history.'
    : `${nextName} is next in the hot seat. When the round starts, you’ll join the panel here.`;
}
