import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Command } from '../protocol/commands';
import type { Limit } from './limit';

/**
 * Characters of long commands that one person may have stored in one room within ten minutes, in any script. Each save of a
 * note stores the whole note. A person who types for ten minutes without a pause in a note of 4,000 characters, saved once a
 * second, is just within it.
 */
export const WORDS = { points: 2_600_000, seconds: 600 } as const;
/** Shorter commands cost nothing: at twenty a second they store little, and a rating never waits for a long text. */
const SHORT = 300;

/** What does not fit any more counts for nothing, so that a shorter text can still fit. */
export function createWordsLimit(): Limit {
  const limiter = new RateLimiterMemory({ points: WORDS.points, duration: WORDS.seconds });
  return (key, points = 1) =>
    limiter.consume(key, points).then(
      () => true,
      () => limiter.reward(key, points).then(() => false),
    );
}

/** Characters of a command, of whatever kind, if it is long; 0 if it is short. */
export function lengthOfWords(command: Command): number {
  const { length } = JSON.stringify(command);
  return length > SHORT ? length : 0;
}
