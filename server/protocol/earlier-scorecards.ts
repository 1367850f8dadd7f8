import { z } from 'zod';
import { agreement, SCORECARD_VERSION, type Scorecard, scorecard } from './scorecard';

/** Version 2 had no intraclass correlation. */
const version2 = scorecard.extend({
  version: z.literal(2),
  agreement: agreement.omit({ icc: true }).nullable(),
});

/** A scorecard in the shape in which it was written, and signed: every version that files hold. */
export const writtenScorecard = z.discriminatedUnion('version', [scorecard, version2]);
export type WrittenScorecard = z.infer<typeof writtenScorecard>;

/** Files of earlier versions are of before the first release. */
export const OLDEST_SCORECARD = version2.shape.version.value;

/** In today's shape, to be shown. What was signed stays as it was written. */
export function todaysScorecard(written: WrittenScorecard): Scorecard {
  if (written.version === SCORECARD_VERSION) return written;
  return {
    ...written,
    version: SCORECARD_VERSION,
    agreement: written.agreement && { ...written.agreement, icc: null },
  };
}
