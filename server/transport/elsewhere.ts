import type { IncomingMessage } from 'node:http';
import type { Log } from '../log';
import { isOwnOrigin } from '../protocol/own-origin';
import { REJECTIONS } from '../protocol/rejections';

/** Origins that the log names; anybody can send one. */
const NAMED = 5;
const LONGEST = 200;

export interface Elsewhere {
  /** Says in the log, once for each of the first few, at which other address a page was opened, and which setting mends it. */
  tell(origin: string): void;
  /** What a page at an address that is not Hotseat's own is answered when it asks for a change; null for every other request. */
  answerTo(request: IncomingMessage): { ok: false; code: string; message: string } | null;
}

export function createElsewhere(log: Log, publicUrl: string): Elsewhere {
  const named = new Set<string>();
  const tell = (origin: string) => {
    // A sandboxed frame says "null", which no setting can allow.
    if (!URL.canParse(origin)) return;
    const asking = new URL(origin).origin.slice(0, LONGEST);
    if (named.has(asking) || named.size >= NAMED) return;
    named.add(asking);
    log.warn(
      `A page that was opened at ${asking} was rejected, since Hotseat was set up for ${publicUrl}. If people open it there, write PUBLIC_URL=${asking} (behind a proxy, with TRUST_PROXY=1). This is said once for each address.`,
    );
  };
  return {
    tell,
    answerTo({ method, url, headers }) {
      // Programs send no origin, and next-auth has checks of its own.
      const isChange = method !== 'GET' && method !== 'HEAD' && headers.origin !== undefined;
      const isOurs = url?.startsWith('/api/') && !url.startsWith('/api/auth/');
      if (!isChange || !isOurs || isOwnOrigin(headers.origin ?? '', headers.host, publicUrl)) return null;
      tell(headers.origin ?? '');
      const code = 'wrong-address';
      return { ok: false, code, message: REJECTIONS[code] };
    },
  };
}
