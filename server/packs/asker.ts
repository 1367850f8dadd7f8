import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ReadAsker } from '../guides/reader';
import { PACK_LIMITS } from '../protocol/pack';
import type { Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';

/** Somebody who may not have signed in yet: then the address that they ask from stands for them. */
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

/** Work of the reader for one person, as often as they may ask for it. Null of it: too much is waiting. */
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
