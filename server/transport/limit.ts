import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface Allowance {
  points: number;
  seconds: number;
}

/** Whether this person may do it once more, or `points` times; counts it. */
export type Limit = (principalId: string, points?: number) => Promise<boolean>;

export function createLimit({ points, seconds }: Allowance): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return (principalId, points) =>
    limiter.consume(principalId, points).then(
      () => true,
      () => false,
    );
}
