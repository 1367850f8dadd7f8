import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ReadAsker } from '../guides/reader';
import { PACK_LIMITS } from '../protocol/pack';
import type { Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';

/** A person who may not be signed in: then their address identifies them. */
export interface Asker {
  principal: Principal | null;
  address: string;
  /** Aborted when they leave. */
  signal?: AbortSignal;
}

export const whoOf = ({ principal, address }: Asker) => principal?.id ?? address;
export const readerOf = ({ principal, signal }: Asker): ReadAsker => ({
  stranger: principal?.kind !== 'account',
  signal,
});

/** The reader's work for one person, as often as they may ask. Null: too many jobs are waiting. */
export async function limited<T>(
  limiter: RateLimiterMemory,
  who: string,
  source: string,
  work: () => Promise<T | null>,
): Promise<Outcome<T>> {
  if (Buffer.byteLength(source) > PACK_LIMITS.bytes) return reject('pack-too-big');
  if (!(await isWithin(limiter, who))) return reject('slow-down');
  const done = await work();
  return done === null ? reject('slow-down') : { ok: true, value: done };
}

export async function isWithin(limiter: RateLimiterMemory, who: string): Promise<boolean> {
  try {
    await limiter.consume(who);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
