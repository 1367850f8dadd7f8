import { createHash, hkdfSync } from 'node:crypto';
import { jwtDecrypt } from 'jose';
import { encode } from 'next-auth/jwt';
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

/** Seconds that the clocks of two processes may differ, as next-auth allows. */
const CLOCK_TOLERANCE = 15;

/**
 * The key that next-auth 4 encrypts sessions with (its `jwt` module: HKDF over the secret, without salt). Its `decode`
 * derives it anew for every token, which was 4 % of the busy time of a server under load.
 */
export function sessionKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32));
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
  key: Uint8Array,
): Promise<ReadToken | null> {
  const found = cookieNames.flatMap((name) => cookieValues(cookieHeader ?? '', name));
  for (const { name, value } of found.slice(0, TRIES)) {
    // It throws on whatever is not a token of this key, and on one that has run out.
    const decrypted = await jwtDecrypt(value, key, {
      clockTolerance: CLOCK_TOLERANCE,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch(() => null);
    const read = readPayload(decrypted?.payload, name);
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
