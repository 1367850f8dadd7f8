import type { Scorecard } from '@/server/protocol/scorecard';

/** Whether two previews show the same. Each says that it was published just now. */
export function isSameCard(a: Scorecard, b: Scorecard): boolean {
  return said(a) === said(b);
}

const said = (card: Scorecard) =>
  JSON.stringify({ ...card, round: { ...card.round, publishedAt: null, overAt: null } });
