import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Command } from '../protocol/commands';

/** Within ten minutes. */
const SECONDS = 600;

/**
 * Characters of long commands that one person may have stored in one room, in any script. Each save of a note stores the whole
 * note. A person who types for ten minutes without a pause in a note of 4,000 characters, saved once a second, is just within
 * it. The room as a whole may have stored as much as several such people.
 */
export const WORDS = { person: 2_600_000, room: 20_800_000, seconds: SECONDS } as const;
/** A shorter command costs nothing, so that a rating never waits for a long text: until there are very many of them. */
const SHORT = { characters: 300, free: 1_000 } as const;
/** What a command costs at least, once it costs something: the record keeps more than its characters. */
const LEAST = 64;

/** Whether a person may have a command of this length stored in this room; counts it. */
export type WordsLimit = (who: { roomId: string; principalId: string }, length: number) => Promise<boolean>;

/** What does not fit any more counts for nothing, so that a shorter text can still fit. */
export function createWordsLimit(): WordsLimit {
  const shortOnes = new RateLimiterMemory({ points: SHORT.free, duration: SECONDS });
  const ofPerson = new RateLimiterMemory({ points: WORDS.person, duration: SECONDS });
  const ofRoom = new RateLimiterMemory({ points: WORDS.room, duration: SECONDS });
  return async ({ roomId, principalId }, length) => {
    const person = `${roomId}/${principalId}`;
    if (length <= SHORT.characters && (await takes(shortOnes, person, 1))) return true;
    const cost = Math.max(length, LEAST);
    if (!(await takes(ofPerson, person, cost))) return false;
    if (await takes(ofRoom, roomId, cost)) return true;
    await ofPerson.reward(person, cost);
    return false;
  };
}

function takes(limiter: RateLimiterMemory, key: string, points: number): Promise<boolean> {
  return limiter.consume(key, points).then(
    () => true,
    () => limiter.reward(key, points).then(() => false),
  );
}

/** The characters of a command that are stored: its `base` is not. */
export function lengthOfWords(command: Command): number {
  const { base: _, ...stored } = { base: undefined, ...command };
  return JSON.stringify(stored).length;
}
