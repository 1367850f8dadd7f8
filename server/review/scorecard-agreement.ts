import type { ScorecardAgreement, ScorecardAsk } from '../protocol/scorecard';
import { ENOUGH_ASKS, intraclass, ordinalAlpha, pairsOf } from './agreement';

/** How far the panel's first ratings agreed, from what the viewer sees of them; null if they see no single rating. */
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
    icc: alpha?.low == null ? null : iccOf(asks),
    why: whyNone(units, alpha),
  };
}

/** If everybody who rated anything rated every ask that was rated; otherwise the ICC has no value. */
function iccOf(asks: readonly ScorecardAsk[]): ScorecardAgreement['icc'] {
  const rows = asks.flatMap(({ panel }) => {
    const given = (panel?.ratings ?? []).flatMap(({ memberId, first }) =>
      typeof first?.value === 'number' ? [{ memberId, value: first.value }] : [],
    );
    return given.length > 0 ? [new Map(given.map(({ memberId, value }) => [memberId, value]))] : [];
  });
  const raters = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const icc = intraclass(rows.map((row) => raters.flatMap((rater) => row.get(rater) ?? [])));
  return icc && { raters: raters.length, ...icc };
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
