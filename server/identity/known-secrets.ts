import { cookiesOf, formerCookieName, sessionCookieName } from './session-cookie';
import { sessionKey } from './session-token';

export interface SecretSettings {
  /** The secret that encrypts sessions. */
  secret: string;
  /** The secret that other processes may use already: what it encrypted is valid here, and never replaced. */
  nextSecret?: string | null;
  /** Secrets from before: what they encrypted is valid, and gets a cookie of today's secret beside it. */
  formerSecrets?: readonly string[];
  publicUrl: string;
}

export interface KnownSecret {
  secret: string;
  key: Uint8Array;
  /** Its name of the session's cookie. */
  sessionName: string;
  /** Its name of the cookie for forms. */
  formName: string;
  /** The names under which a session of it may arrive. */
  names: string[];
}

/**
 * A secret and the names of its cookies. While a secret is replaced, processes with the new one and with the old one serve
 * the same browsers: all of them prefer the cookie of the newest secret, wherever it was made.
 */
export function knownSecrets({ secret, nextSecret = null, formerSecrets = [], publicUrl }: SecretSettings) {
  const known = (one: string): KnownSecret => ({
    secret: one,
    key: sessionKey(one),
    sessionName: sessionCookieName(publicUrl, one),
    formName: cookiesOf(publicUrl, one).csrfToken?.name ?? '',
    names: [sessionCookieName(publicUrl, one), formerCookieName(publicUrl)],
  });
  const own = known(secret);
  const next = nextSecret === null ? null : known(nextSecret);
  const newestFirst = [...(next ? [next] : []), own, ...formerSecrets.map(known)];
  const ofCookie = (header: string | null, name: 'sessionName' | 'formName'): KnownSecret => {
    const there = new Set((header ?? '').split(';').map((pair) => pair.trim().split('=', 1)[0]));
    return newestFirst.find((one) => there.has(one[name])) ?? own;
  };
  return {
    own,
    next,
    newestFirst,
    /**
     * Whose cookies a sign-in or sign-out uses: those that the browser has already, since it may have begun on another
     * process.
     */
    ofRequest: (cookieHeader: string | null) => ({
      session: ofCookie(cookieHeader, 'sessionName'),
      form: ofCookie(cookieHeader, 'formName'),
    }),
  };
}

export type KnownSecrets = ReturnType<typeof knownSecrets>;
