import type { IncomingMessage } from 'node:http';
import type { Log } from '../log';
import { isOwnOrigin } from '../protocol/own-origin';

/** Origins that the log names; anybody can send one. */
const NAMED = 5;
const LONGEST = 200;

/** Says in the log, once for each of the first few, at which other address a page was opened, and which setting mends it. */
export function tellElsewhere(log: Log, publicUrl: string): (origin: string) => void {
  const named = new Set<string>();
  return (origin) => {
    const asking = URL.canParse(origin) ? new URL(origin).origin.slice(0, LONGEST) : 'an unknown address';
    if (named.has(asking) || named.size >= NAMED) return;
    named.add(asking);
    log.warn(
      `A page that was opened at ${asking} was rejected, since Hotseat was set up for ${publicUrl}. If people open it there, write PUBLIC_URL=${asking} (behind a proxy, with TRUST_PROXY=1). This is said once for each address.`,
    );
  };
}

/** Whether a page at an address that is not Hotseat's own asks for a change. Programs send no origin. */
export function comesFromElsewhere({ method, url, headers }: IncomingMessage, publicUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD' || headers.origin === undefined) return false;
  // next-auth has checks of its own.
  const isOurs = url?.startsWith('/api/') && !url.startsWith('/api/auth/');
  return isOurs === true && !isOwnOrigin(headers.origin, headers.host, publicUrl);
}
