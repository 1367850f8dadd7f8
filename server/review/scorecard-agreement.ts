import type { ScorecardAgreement, ScorecardAsk } from '../protocol/scorecard';
import { ENOUGH_ASKS, ordinalAlpha, pairsOf } from './agreement';

/** How far the panel's first ratings agreed, from what the viewer sees of them; null where they see no single rating. */
export function agreementOf(asks: readonly ScorecardAsk[]): ScorecardAgreement {
  const compared = asks.flatMap(({ panel }) => (panel && panel.range !== null ? [panel] : []));
  const units = compared.map(({ ratings }) =>
    ratings.flatMap(({ first }) => (typeof first?.value === 'number' ? [first.value] : [])),
  );
  const alpha = units.length < ENOUGH_ASKS ? null : ordinalAlpha(units);
  return {
    compared: compared.length,
    flagged: compared.filter(({ flagged }) => flagged).length,
    alike: compared.filter(({ range }) => range === 0).length,
    pairs: pairsOf(units),
    alpha: alpha?.low === null ? null : alpha,
    why: whyNone(units, alpha),
  };
}

function whyNone(
  units: readonly (readonly number[])[],
  alpha: ReturnType<typeof ordinalAlpha>,
): ScorecardAgreement['why'] {
  if (units.length === 0) return 'nothing-to-compare';
  if (new Set(units.flat()).size === 1) return 'no-spread';
  if (units.length < ENOUGH_ASKS) return 'too-few';
  return alpha?.low === null ? 'one-ask' : null;
}
