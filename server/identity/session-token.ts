import { createHash, hkdfSync, randomUUID } from 'node:crypto';
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { SESSION_SECONDS } from './session-cookie';

const principalId = z.string().regex(/^pr_[a-z0-9]{16}$/);

/** The encrypted contents of a sign-in session's cookie, besides its times. */
export const sessionToken = z.object({
  principalId,
  sessionId: z.string().regex(/^ss_[a-z0-9]{24}$/),
  name: z.string(),
});
export type SessionToken = z.infer<typeof sessionToken>;

/** Its contents before the record kept sessions. `jti` comes from next-auth and differs in every token. */
const formerToken = z.object({
  principalId,
  epoch: z.int().nonnegative(),
  name: z.string(),
  jti: z.string().min(1),
});

/** When the token was made and when it expires, in seconds since 1970. */
const times = z.object({ iat: z.number(), exp: z.number() });

export interface ReadToken {
  principalId: string;
  sessionId: string;
  /** For a token from before sessions were kept, its person's epoch at that time; null otherwise. */
  formerEpoch: number | null;
  /** The name of the cookie. */
  cookieName: string;
  /** Milliseconds since 1970. */
  madeAt: number;
  runsOutAt: number;
}

/** Seconds by which the clocks of two processes may differ, as in next-auth. */
const CLOCK_TOLERANCE = 15;

/**
 * The key with which next-auth 4 encrypts sessions (its `jwt` module: HKDF over the secret, without salt). Its `decode`
 * derives the key again for every token, which took 4 % of the busy time of a server under load.
 */
export function sessionKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32));
}

/**
 * How many cookies are tried for one request. A browser may send several of one name, set for different paths or by another
 * program on the host; to decrypt hundreds of them would take a tenth of a second.
 */
const TRIES = 3;

/** The session in a request's cookie header at a time (ms); null if there is none, it has expired, or it is not ours. */
export async function readToken(
  cookieHeader: string | null,
  cookieNames: readonly string[],
  key: Uint8Array,
  now: number,
): Promise<ReadToken | null> {
  const found = cookieNames.flatMap((name) => cookieValues(cookieHeader ?? '', name));
  for (const { name, value } of found.slice(0, TRIES)) {
    const read = readPayload(await contentsOf(value, key, now), name);
    if (read) return read;
  }
  return null;
}

/** What is in a token; null for anything that is not one of this key, and for an expired one. */
export async function contentsOf(value: string, key: Uint8Array, now: number): Promise<JWTPayload | null> {
  const decrypted = await jwtDecrypt(value, key, {
    clockTolerance: CLOCK_TOLERANCE,
    currentDate: new Date(now),
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).catch(() => null);
  return decrypted?.payload ?? null;
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

/** The same id every time the cookie arrives, so that it makes only one session. */
function formerSessionId(jti: string): string {
  return `ss_${createHash('sha256').update(`session:${jti}`).digest('hex').slice(0, 24)}`;
}

/** A cookie's value for the session from this time (ms) on, as next-auth makes it. */
export function makeToken(contents: JWTPayload, key: Uint8Array, now: number): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  return new EncryptJWT(contents)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + SESSION_SECONDS)
    .setJti(randomUUID())
    .encrypt(key);
}

function cookieValues(header: string, name: string): { name: string; value: string }[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => ({ name, value: pair.slice(name.length + 1) }));
}
