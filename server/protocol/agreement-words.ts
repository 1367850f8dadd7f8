import type { ScorecardAgreement } from './scorecard';

/** With fewer compared asks than this the interval is too wide to rely on. */
const NARROWER_FROM = 15;

/** How far the panel agreed, in sentences, and why there is no number if none would be valid. */
export function agreementInWords(agreement: ScorecardAgreement): string[] {
  const { compared, pairs, why } = agreement;
  const questions = plural(compared, 'question');
  const isOne = compared === 1;
  if (why === 'nothing-to-compare')
    return ['No question was rated by two people, so there is nothing to compare.'];
  if (why === 'no-spread')
    return [
      `Everyone agreed on ${isOne ? 'the one question' : `all ${questions}`} that two people rated; there is no spread to test.`,
    ];
  const near = `${pairs.withinOne} of ${plural(pairs.all, 'pair')} of ratings (${Math.round((100 * pairs.withinOne) / pairs.all)} %) are within one point of each other, over ${isOne ? 'one question' : questions} that two people rated.`;
  if (why === 'too-few')
    return [
      near,
      `There is no single number for a panel’s agreement below eight such questions. With ${compared}, it would mostly reflect chance.`,
    ];
  if (why === 'one-ask')
    return [near, 'All the spread is in one question, so no number or interval would be valid.'];
  return [near, ...alphaInWords(agreement)];
}

/** "0.62, from 0.31 to 0.88": α with its 95 % interval, if anything differs; null where no number is valid. */
export function alphaInFigures({ alpha }: ScorecardAgreement): string | null {
  if (alpha?.low == null || alpha.high === null) return null;
  if (!hasInterval(alpha)) return `${figure(alpha.value)}, without an interval`;
  return `${figure(alpha.value)}, from ${figure(alpha.low)} to ${figure(alpha.high)}`;
}

/** Where leaving out a question changes nothing, the jackknife has nothing to go by. */
const hasInterval = ({ low, high }: NonNullable<ScorecardAgreement['alpha']>) =>
  low !== null && high !== null && figure(low) !== figure(high);

const figure = (value: number) => value.toFixed(2).replace('-', '−');

function alphaInWords({ alpha, icc, compared }: ScorecardAgreement): string[] {
  if (alpha?.low == null || alpha.high === null) return [];
  if (alpha.value === 1)
    return [
      `Everyone agreed on all ${plural(compared, 'question')}, and the answers differed: Krippendorff’s ordinal α is ${figure(alpha.value)}. Without a disagreement there is nothing to make an interval from.`,
      iccInWords(icc),
    ];
  const low =
    alpha.value < 0.5
      ? ' It can be low although nearly everybody agrees, if all answers were about equally good; look at the pairs.'
      : '';
  if (!hasInterval(alpha))
    return [
      `Krippendorff’s ordinal α is ${figure(alpha.value)}: 1 is full agreement, 0 what chance gives. Leaving out any one question hardly changes it, so there is no interval.${low}`,
      iccInWords(icc),
    ];
  const wide = compared < NARROWER_FROM ? ' From so few questions the interval is wide.' : '';
  return [
    `Krippendorff’s ordinal α is ${figure(alpha.value)} (95 % interval ${figure(alpha.low)} to ${figure(alpha.high)}): 1 is full agreement, 0 what chance gives.${wide}${low}`,
    iccInWords(icc),
  ];
}

function iccInWords(icc: ScorecardAgreement['icc']): string {
  if (!icc)
    return 'There is no intraclass correlation (ICC): it needs a rating of every question by everybody who rated.';
  return `The intraclass correlation is ${figure(icc.single)} for one rater, ICC(2,1), and ${figure(icc.average)} for the mean of all ${icc.raters}, ICC(2,k). It takes the five points for equal steps, and strict and mild raters for disagreement.`;
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
