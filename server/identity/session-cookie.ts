import { createHmac } from 'node:crypto';
import type { CookiesOptions } from 'next-auth';

/** How long (s) a sign-in session lasts after the last renewal of its cookie. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How long (s) a person may take at the sign-in service. */
const AWAY_SECONDS = 15 * 60;

/**
 * The cookies' names contain a mark derived from the deployment's secret. Browsers share cookies among all ports of a host,
 * so with equal names the programs on `localhost` would sign people out of each other.
 */
function prefixOf(secret: string): string {
  const mark = createHmac('sha256', secret).update('cookie names').digest('hex').slice(0, 8);
  return `hotseat-${mark}`;
}

/** Under https the name has a prefix that browsers reserve for pages with TLS. */
export function sessionCookieName(publicUrl: string, secret: string): string {
  return `${publicUrl.startsWith('https:') ? '__Secure-' : ''}${prefixOf(secret)}.session`;
}

/** The earlier, shared name of the session's cookie. Such cookies are valid until they expire. */
export function formerCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** All of next-auth's cookies, under names of this deployment's own. */
export function cookiesOf(publicUrl: string, secret: string): CookiesOptions {
  const secure = publicUrl.startsWith('https:');
  const prefix = prefixOf(secret);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  const named = (name: string, maxAge?: number) => ({
    name: `${secure ? '__Secure-' : ''}${prefix}.${name}`,
    options: maxAge === undefined ? options : { ...options, maxAge },
  });
  return {
    sessionToken: { name: sessionCookieName(publicUrl, secret), options },
    callbackUrl: named('callback'),
    csrfToken: { name: `${secure ? '__Host-' : ''}${prefix}.csrf`, options },
    pkceCodeVerifier: named('pkce', AWAY_SECONDS),
    state: named('state', AWAY_SECONDS),
    nonce: named('nonce', AWAY_SECONDS),
  };
}

/** A `Set-Cookie` line for the session's cookie; without a value it deletes the cookie. */
export function sessionCookieLine(name: string, value: string | null): string {
  const secure = name.startsWith('__Secure-') ? '; Secure' : '';
  const age = value === null ? 0 : SESSION_SECONDS;
  return `${name}=${value ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
