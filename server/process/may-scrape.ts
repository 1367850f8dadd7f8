import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** `hidden`: the answer is that there is no such page. */
export type MayScrape = 'yes' | 'wrong-token' | 'hidden';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Who may read the process's numbers: programs that send the token; without one in the settings, programs of this machine that ask it
 * by a name of its own. A reverse proxy on this machine asks for others, and need not say so (nginx does not, unless it is told to):
 * where the settings name one (`proxies`), only the token counts.
 */
export function mayScrape(
  { headers, socket }: IncomingMessage,
  { token, proxies }: { token: string | null; proxies: number },
): MayScrape {
  if (token !== null) {
    const [, given = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
    return timingSafeEqual(digest(given), digest(token)) ? 'yes' : 'wrong-token';
  }
  if (proxies > 0) return 'hidden';
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const isHere = LOOPBACK.has(socket.remoteAddress ?? '') && LOOPBACK_HOST.test(headers.host ?? '');
  return isHere && !isForwarded ? 'yes' : 'hidden';
}

/** Of one length, whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
