import { score } from '@/app/ui/format';
import { inOrder } from '@/server/protocol/in-order';
import type { Reveal, RevealStats } from '@/server/protocol/view-judging';

/** Mean, range and the reason for a disagreement, in a sentence or two. */
export function statsInWords(stats: RevealStats): string {
  if (stats.mean === null) return 'Nobody assessed this answer.';
  const parts = [`Mean ${score(stats.mean)}.`];
  if (stats.range === null) parts.push('One rating, so there is nothing to compare.');
  else if (stats.range === 0) parts.push('Everybody gave the same.');
  else parts.push(`Range ${stats.range}; average distance ${stats.ad?.toFixed(1) ?? '0.0'}.`);
  if (stats.cause === 'heard-differently') parts.push('You heard different things: start with those below.');
  if (stats.cause === 'weighed-differently')
    parts.push('You heard the same and weigh it differently: talk about what matters most.');
  return parts.join(' ');
}

/** Who moved and which way; null until somebody has rated again. */
export function movesInWords(reveal: Reveal, nameOf: (memberId: string) => string): string | null {
  const again = inOrder(reveal.ratings).filter((rating) => rating.second !== null);
  if (again.length === 0) return null;
  const figure = (value: number | null | undefined) => (value == null ? 'not assessed' : String(value));
  const moves = again
    .filter((rating) => rating.second?.value !== rating.first?.value)
    .map((r) => `${nameOf(r.memberId)} ${figure(r.first?.value)} → ${figure(r.second?.value)}`);
  const mean = reveal.stats.secondMean === null ? '' : `After talking ${score(reveal.stats.secondMean)}. `;
  return mean + (moves.length > 0 ? `Moved: ${moves.join(', ')}.` : 'Nobody moved.');
}
