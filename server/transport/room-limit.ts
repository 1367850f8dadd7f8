import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Rooms that one person may open within an hour: more than anybody needs, fewer than fill a disk. */
export const ROOMS_AN_HOUR = 30;

/** Answers whether this person may open one more room, and counts it. */
export function createRoomLimit(): (principalId: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: ROOMS_AN_HOUR, duration: 3_600 });
  return (principalId) =>
    limiter.consume(principalId).then(
      () => true,
      () => false,
    );
}
