import { duration, plural } from '@/app/ui/format';
import type { ShareSummary } from '@/server/protocol/agenda-wish';

/** "9 questions, about 27 minutes: 7 senior, 2 staff". */
export function shareInWords({ questions, seconds, levels }: ShareSummary): string {
  const what = `${plural(questions, 'question')}, about ${duration(seconds * 1000)}`;
  const named = levels.toSorted((a, b) => b.count - a.count || a.level.localeCompare(b.level));
  return named.length === 0
    ? what
    : `${what}: ${named.map(({ level, count }) => `${count} ${level}`).join(', ')}`;
}

/** One line for all when all get the like, else one for each person. */
export function sharesInWords(shares: readonly ShareSummary[]): string[] {
  const words = shares.map(shareInWords);
  const [first] = words;
  if (first !== undefined && words.every((line) => line === first)) return [`Each of you gets ${first}.`];
  return words.map((line, place) => `Person ${place + 1}: ${line}`);
}
