import { createHash } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { SESSION_SECONDS } from './session-cookie';

const principalId = z.string().regex(/^pr_[a-z0-9]{16}$/);

/** All that a sign-in session's cookie holds, encrypted, beside its times. */
export const sessionToken = z.object({
  principalId,
  sessionId: z.string().regex(/^ss_[a-z0-9]{24}$/),
  name: z.string(),
});
export type SessionToken = z.infer<typeof sessionToken>;

/** What it held before the record knew of sessions. `jti` is next-auth's own, another one in every token. */
const formerToken = z.object({
  principalId,
  epoch: z.int().nonnegative(),
  name: z.string(),
  jti: z.string().min(1),
});

/** When the token was made and when it runs out, in seconds since 1970. */
const times = z.object({ iat: z.number(), exp: z.number() });

export interface ReadToken {
  principalId: string;
  sessionId: string;
  /** Null unless the token is from before sessions were kept: the epoch of its person then. */
  formerEpoch: number | null;
  /** Under which of the names it was found. */
  cookieName: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  runsOutAt: number;
}

/**
 * How many cookies are tried for one request. A browser may send several of one name, set for different paths or by a
 * neighbour; decrypting each of hundreds would cost a tenth of a second.
 */
const TRIES = 3;

/** The session that a request's cookie header carries; null when there is none, it has run out, or it is not ours. */
export async function readToken(
  cookieHeader: string | null,
  cookieNames: readonly string[],
  secret: string,
): Promise<ReadToken | null> {
  const found = cookieNames.flatMap((name) => cookieValues(cookieHeader ?? '', name));
  for (const { name, value } of found.slice(0, TRIES)) {
    // next-auth's decode throws on whatever is not a token of this secret.
    const payload = await decode({ token: value, secret }).catch(() => null);
    const read = readPayload(payload, name);
    if (read) return read;
  }
  return null;
}

function readPayload(payload: unknown, cookieName: string): ReadToken | null {
  const lasts = times.safeParse(payload).data;
  if (!lasts) return null;
  const shared = { cookieName, madeAt: lasts.iat * 1_000, runsOutAt: lasts.exp * 1_000 };
  const token = sessionToken.safeParse(payload).data;
  if (token)
    return { principalId: token.principalId, sessionId: token.sessionId, formerEpoch: null, ...shared };
  const former = formerToken.safeParse(payload).data;
  if (!former) return null;
  const { epoch, jti } = former;
  return {
    principalId: former.principalId,
    sessionId: formerSessionId(jti),
    formerEpoch: epoch,
    ...shared,
  };
}

/** The same whenever the cookie comes, so that it makes one session and no more. */
function formerSessionId(jti: string): string {
  return `ss_${createHash('sha256').update(`session:${jti}`).digest('hex').slice(0, 24)}`;
}

/** A cookie's value for the session, as next-auth makes it. */
export function makeToken(token: SessionToken, secret: string): Promise<string> {
  return encode({ token: { ...token }, secret, maxAge: SESSION_SECONDS });
}

function cookieValues(header: string, name: string): { name: string; value: string }[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => ({ name, value: pair.slice(name.length + 1) }));
}
