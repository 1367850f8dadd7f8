import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const SECONDS = 600;

/**
 * Whether one more guest may sign in from this address, of at most so many of one network within ten minutes. Loopback does not count: behind a local proxy that is not
 * configured everybody has that address, and one person could lock all others out.
 */
export function createGuestLimit(guests: number): (address: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: guests, duration: SECONDS });
  return async (address) => {
    const network = networkOf(address);
    if (network === '::1' || network.startsWith('127.')) return true;
    try {
      await limiter.consume(network);
      return true;
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) return false;
      throw rejection;
    }
  };
}

/** IPv4 unchanged; for IPv6 the first 64 bits, which is what one household or server gets. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain) || plain === '::1') return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const first = [...left, ...zeros, ...right].slice(0, 4);
  return first.map((part) => Number.parseInt(part, 16).toString(16)).join(':');
}
