import type { Scorecard, ScorecardAsk } from '../protocol/scorecard';
import type { Competency, competencyScores } from './round-scores';

type Advice = NonNullable<Scorecard['advice']>;

/** A competency below it is not a strength, whatever the others are: 3 is "meets". */
const STRENGTH_FROM = 3;
const STRENGTHS = 2;
const TO_PRACTISE = 2;
const POINTS = 5;

/**
 * What to build on and what to practise, from the first means. The better half of the competencies gives up to two
 * strengths, the lower half up to two to practise; where all were rated alike there is neither. `asks` are the
 * viewer's: without key points in them, the advice is by competency alone.
 */
export function adviceOf(
  scored: readonly { competency: Competency; scores: ReturnType<typeof competencyScores> }[],
  asks: readonly ScorecardAsk[],
): Advice {
  const ranked = scored
    .flatMap(({ competency, scores }) =>
      scores.first === null ? [] : [{ groupId: competency.groupId, mean: scores.first }],
    )
    .sort((a, b) => b.mean - a.mean);
  const [best, worst] = [ranked[0]?.mean ?? 0, ranked.at(-1)?.mean ?? 0];
  const half = Math.floor(ranked.length / 2);
  const strengths = ranked
    .slice(0, Math.min(half, STRENGTHS))
    .filter(({ mean }) => mean > worst && mean >= STRENGTH_FROM)
    .map(({ groupId }) => groupId);
  const practise = ranked
    .slice(ranked.length - Math.min(half, TO_PRACTISE))
    .filter(({ mean }) => mean < best)
    .map(({ groupId }) => groupId)
    .reverse();
  const rank = (groupId: string) => ranked.findIndex((competency) => competency.groupId === groupId);
  return { strengths, practise, points: pointsToCover(asks, rank) };
}

/** What the panel missed, then what it heard partly; in each, the lowest competency first. */
function pointsToCover(asks: readonly ScorecardAsk[], rank: (groupId: string) => number): Advice['points'] {
  const lowestFirst = [...asks].sort((a, b) => rank(b.groupId) - rank(a.groupId));
  const marked = (mark: 'missed' | 'partial') =>
    lowestFirst.flatMap(({ askId, points }) =>
      (points ?? [])
        .filter((point) => point.panel === mark)
        .map((point) => ({ askId, pointId: point.id, mark })),
    );
  return [...marked('missed'), ...marked('partial')].slice(0, POINTS);
}
