import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface Allowance {
  points: number;
  seconds: number;
}

/** Answers whether this person may do it once more, and counts it. */
export type Limit = (principalId: string) => Promise<boolean>;

export function createLimit({ points, seconds }: Allowance): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return (principalId) =>
    limiter.consume(principalId).then(
      () => true,
      () => false,
    );
}
