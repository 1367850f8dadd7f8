import { hkdfSync } from 'node:crypto';
import { jwtDecrypt } from 'jose';
import { z } from 'zod';

/** All that a sign-in session's cookie holds, encrypted, beside its times. */
export const sessionToken = z.object({
  principalId: z.string().regex(/^pr_[a-z0-9]{16}$/),
  epoch: z.int().nonnegative(),
  name: z.string(),
});
export type SessionToken = z.infer<typeof sessionToken>;

/** Under https next-auth's cookie has the prefix that browsers refuse to set from a page that came without TLS. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
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

/** The session that a request's cookie header carries; null when there is none, it has run out, or it is not ours. */
export async function readSession(
  cookieHeader: string | null,
  cookieName: string,
  key: Uint8Array,
): Promise<SessionToken | null> {
  for (const token of cookieValues(cookieHeader ?? '', cookieName)) {
    // It throws on whatever is not a token of this key, and on one that has run out.
    const decrypted = await jwtDecrypt(token, key, {
      clockTolerance: CLOCK_TOLERANCE,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch(() => null);
    const parsed = sessionToken.safeParse(decrypted?.payload);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** A browser may send several cookies of one name, set for different paths or by a neighbour: each gets its chance. */
function cookieValues(header: string, name: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
