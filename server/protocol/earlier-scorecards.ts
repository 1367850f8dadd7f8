import { z } from 'zod';
import {
  agreement,
  SCORECARD_VERSION,
  type Scorecard,
  type ScorecardAsk,
  scorecard,
  scorecardAsk,
  scorecardCode,
} from './scorecard';

/** Versions 2 and 3 did not always say who could write in the code of an exercise. */
const earlierAsk = scorecardAsk.extend({
  code: scorecardCode.extend({ pens: scorecardCode.shape.pens.optional() }).nullable(),
});

const version3 = scorecard.extend({ version: z.literal(3), asks: z.array(earlierAsk) });

/** Version 2 had no intraclass correlation. */
const version2 = version3.extend({
  version: z.literal(2),
  agreement: agreement.omit({ icc: true }).nullable(),
});

/** A scorecard in the shape in which it was written, and signed: every version that files hold. */
export const writtenScorecard = z.discriminatedUnion('version', [scorecard, version3, version2]);
export type WrittenScorecard = z.infer<typeof writtenScorecard>;

/** Files of earlier versions are of before the first release. */
export const OLDEST_SCORECARD = version2.shape.version.value;

/** In today's shape, to be shown. What was signed stays as it was written. */
export function todaysScorecard(written: WrittenScorecard): Scorecard {
  if (written.version === SCORECARD_VERSION) return written;
  return {
    ...written,
    version: SCORECARD_VERSION,
    agreement: written.agreement && { icc: null, ...written.agreement },
    asks: written.asks.map(todaysAsk),
  };
}

function todaysAsk(ask: z.infer<typeof earlierAsk>): ScorecardAsk {
  return { ...ask, code: ask.code && { ...ask.code, pens: ask.code.pens ?? [] } };
}
