import { decode } from 'next-auth/jwt';
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

/** The session that a request's cookie header carries; null when there is none, it has run out, or it is not ours. */
export async function readSession(
  cookieHeader: string | null,
  cookieName: string,
  secret: string,
): Promise<SessionToken | null> {
  for (const token of cookieValues(cookieHeader ?? '', cookieName)) {
    // next-auth's decode throws on whatever is not a token of this secret.
    const payload = await decode({ token, secret }).catch(() => null);
    const parsed = sessionToken.safeParse(payload);
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
