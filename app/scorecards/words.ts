import { clock, plural, score } from '@/app/ui/format';
import type { Scorecard, ScorecardAsk, ScorecardMove, ScorecardPanel } from '@/server/protocol/scorecard';

/** A person's name; null if this reader may not see it. */
export type Names = (memberId: string | null) => string;

/** People's names on the page: the first name, or the full name where two share it. */
export function namesOf(card: Scorecard): Names {
  const first = (name: string) => name.trim().split(/\s+/u)[0] ?? name;
  const names = card.people.map(({ name }) => first(name));
  const called = new Map(
    card.people.map(({ memberId, name }) => {
      const short = first(name);
      return [memberId, names.filter((other) => other === short).length > 1 ? name : short];
    }),
  );
  return (memberId) => (memberId === null ? 'A panelist' : (called.get(memberId) ?? 'Somebody'));
}

/** Whether the reader had the hot seat. A file can be anybody's, so one from a file doesn't speak to its reader. */
export function isYours({ viewer, candidateId }: Scorecard, fromFile: boolean): boolean {
  return !fromFile && viewer.memberId === candidateId;
}

/** The anchor of an ask on a page: its id is unique only within its round. */
export const anchorOf = ({ round }: Scorecard, askId: string) => `${round.roundId}-${askId}`;

/** Where an ask is, for what is sent about it. */
export const placeOf = ({ room, round }: Scorecard, { askId }: ScorecardAsk) => ({
  roomId: room.roomId,
  roundId: round.roundId,
  askId,
});

const figure = (value: number | null) => (value === null ? 'not assessed' : String(value));

/** "Marcus went from 2 to 3". */
export function moveInWords(
  { memberId, from, to }: ScorecardMove,
  name: (memberId: string) => string,
): string {
  return `${name(memberId)} went from ${figure(from)} to ${figure(to)}`;
}

/** What people rated after the reveal who had assessed nothing before it. */
export function lateRatings({ panel }: ScorecardAsk): { memberId: string; value: number }[] {
  return (panel?.ratings ?? []).flatMap(({ memberId, first, second }) =>
    typeof first?.value !== 'number' && typeof second?.value === 'number'
      ? [{ memberId, value: second.value }]
      : [],
  );
}

/** "up 0.2", "down 0.1", "unchanged", of two means as they are shown. */
export function differenceInWords(first: number | null, second: number | null): string | null {
  if (first === null || second === null) return null;
  const tenths = Math.round(Number(second.toFixed(1)) * 10) - Math.round(Number(first.toFixed(1)) * 10);
  if (tenths === 0) return 'unchanged';
  return `${tenths > 0 ? 'up' : 'down'} ${(Math.abs(tenths) / 10).toFixed(1)}`;
}

/** Range and average deviation of an ask, as one line; null below two ratings. */
export function spreadInWords({ range, ad }: ScorecardPanel): string | null {
  if (range === null || ad === null) return null;
  if (range === 0) return 'All rated alike';
  return `Range ${range} · average deviation ${ad.toFixed(2)}`;
}

export const CAUSES: Record<NonNullable<ScorecardPanel['cause']>, string> = {
  'heard-differently': 'They heard different things.',
  'weighed-differently': 'They heard the same and weigh it differently.',
};

/** "2:39 of 3:00", "3:37 of 3:00, 0:37 over". */
export function timeInWords({ usedMs, targetMs }: Pick<ScorecardAsk, 'usedMs' | 'targetMs'>): string {
  const over = Math.floor(usedMs / 1000) - Math.floor(targetMs / 1000);
  const used = `${clock(usedMs)} of ${clock(targetMs)}`;
  return over > 0 ? `${used}, ${clock(over * 1000)} over` : used;
}

/** What the picture of a competency shows, for people who cannot see it. */
export function competencyInWords({ title, scores, self }: Scorecard['competencies'][number]): string {
  const parts: string[] = [];
  if (scores) {
    parts.push(
      scores.first === null
        ? 'not assessed'
        : `mean ${score(scores.first)} of ${plural(scores.ratings, 'rating')}${scores.lowest === null ? '' : `, from ${scores.lowest} to ${scores.highest}`}`,
    );
    if (scores.second !== null && score(scores.second) !== score(scores.first))
      parts.push(`${score(scores.second)} after talking`);
  }
  if (self !== null) parts.push(`own rating ${score(self)}`);
  return `${title}: ${parts.length > 0 ? parts.join('; ') : 'nothing to show'}.`;
}
