import type { AuthOptions, User } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import type { Logger } from 'pino';
import { displayName } from '../protocol/display-name';
import type { Principal, Session } from '../runtime/principal';
import { newReference } from '../runtime/reference';
import { isAllowedAddress } from './allowed-address';
import { isInAllowedGroup } from './allowed-group';
import { addressOf } from './client-address';
import { deviceOf } from './device';
import type { KnownSecrets } from './known-secrets';
import type { OidcSettings } from './oidc-provider';
import type { People } from './people';
import { readProfile } from './profile';
import type { oauthProviders } from './providers';
import { cookiesOf, SESSION_SECONDS } from './session-cookie';
import { contentsOf, makeToken, type SessionToken, sessionToken } from './session-token';
import type { Sessions } from './sessions';

/** A request's headers: `Headers` itself, or next-auth's copy of them. */
export interface RequestHeaders {
  get(name: string): string | null;
}

/** Why a guest was rejected, as in the sign-in page's `error`. */
export type GuestRejection = 'GuestName' | 'TooManyGuests' | 'SignedIn' | 'Unavailable';

export interface AuthSettings {
  people: People;
  sessions: Sessions;
  secrets: KnownSecrets;
  /** Milliseconds since 1970. */
  now(): number;
  publicUrl: string;
  guests: boolean;
  oauth: ReturnType<typeof oauthProviders>;
  /** Who may sign in at the issuer, and whether its word on them is kept; null without one. */
  oidc: OidcSettings | null;
  mayEnter(address: string): Promise<boolean>;
  /** The session in a cookie header, also a guest's. */
  current(cookieHeader: string | null): Promise<Session | null>;
  /** Ends a session and its connections. */
  endSession(principal: Principal, sessionId: string): Promise<boolean>;
  /** Called with the reference of a failure in the log. */
  failed(reference: string): void;
  log: Pick<Logger, 'debug' | 'warn'>;
}

/** next-auth's options for one request, whose person decides whether a sign-in creates, renames or upgrades somebody. */
export function authOptions(settings: AuthSettings, headers: RequestHeaders): AuthOptions {
  const { people, sessions, secrets, now, publicUrl, guests, oauth } = settings;
  const { session, form } = secrets.ofRequest(headers.get('cookie'));
  const current = () => settings.current(headers.get('cookie'));
  return {
    secret: form.secret,
    useSecureCookies: publicUrl.startsWith('https:'),
    cookies: {
      ...cookiesOf(publicUrl, form.secret),
      sessionToken: cookiesOf(publicUrl, session.secret).sessionToken,
    },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: {
      encode: ({ token }) => makeToken({ ...token }, session.key, now()),
      decode: ({ token }) => contentsOf(token ?? '', session.key, now()),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [...(guests ? [guestProvider(settings, headers, current)] : []), ...oauth],
    logger: authLogger(settings),
    callbacks: {
      signIn: ({ account, user, profile }) => {
        if (account?.provider !== 'oidc') return true;
        const { domains = [], groups = [], groupsClaim = 'groups' } = settings.oidc ?? {};
        const verified: unknown = profile && Reflect.get(profile, 'email_verified');
        return (
          isAllowedAddress(domains, { email: user.email, verified }) &&
          isInAllowedGroup(groups, groupsClaim, profile)
        );
      },
      async jwt({ token, user, account }) {
        if (!account) return { ...(await renewed(settings, token)) };
        const before = await current();
        const guest = before?.principal.kind === 'guest' ? before.principal.id : null;
        const id =
          account.type === 'credentials'
            ? user.id
            : await people.signIn(
                { provider: account.provider, providerAccountId: account.providerAccountId },
                readProfile(user),
                guest,
              );
        const person = await people.find(id);
        if (!person) throw new Error('Nobody has the id that was just signed in');
        const idToken = account.provider === 'oidc' && settings.oidc?.signsOut ? account.id_token : null;
        const sessionId = await sessions.begin(person, deviceOf(headers.get('user-agent')), idToken);
        // The session of this browser until now. Its open tabs find the new cookie, so they need not be told.
        if (before) await sessions.end(before.principal.id, before.id);
        return { principalId: id, sessionId, name: person.principal.name };
      },
      redirect: ({ url }) => sameOriginUrl(url, publicUrl),
    },
    events: {
      async signOut() {
        const session = await current();
        if (session) await settings.endSession(session.principal, session.id);
      },
    },
  };
}

function guestProvider(
  settings: AuthSettings,
  headers: RequestHeaders,
  current: () => Promise<Session | null>,
): CredentialsConfig<{ name: { label: string }; nameless: { label: string } }> {
  const { people, mayEnter } = settings;
  /** `name`: null for somebody who only tries something out alone. They are asked for it once others see it. */
  async function enter(name: string | null): Promise<GuestRejection | User> {
    const before = (await current())?.principal;
    if (before?.kind === 'account') return 'SignedIn';
    if (before) {
      if (name !== null) await people.rename(before.id, name);
      return { id: before.id };
    }
    if (!(await mayEnter(addressOf(headers)))) return 'TooManyGuests';
    const guest = await people.addGuest(name ?? '');
    return { id: guest.principal.id };
  }
  return {
    id: 'guest',
    name: 'Guest',
    type: 'credentials',
    credentials: { name: { label: 'Name' }, nameless: { label: 'Without a name' } },
    async authorize(credentials): Promise<User> {
      const name = credentials?.nameless === 'yes' ? null : displayName.safeParse(credentials?.name).data;
      const outcome = name === undefined ? 'GuestName' : await enter(name).catch(unavailable(settings));
      // next-auth passes the message to the sign-in page.
      if (typeof outcome === 'string') throw new Error(outcome);
      return outcome;
    },
  };
}

/** The log gets the failure; the person gets the reference to it. */
function unavailable({ log, failed }: AuthSettings): (error: unknown) => GuestRejection {
  return (error) => {
    const reference = newReference();
    log.warn({ err: error, reference }, 'a guest could not be signed in');
    failed(reference);
    return 'Unavailable';
  };
}

/** Renews a session's token. Throws for a session that is over, which makes next-auth delete the cookie. */
async function renewed(
  { people, sessions, log }: AuthSettings,
  token: Record<string, unknown>,
): Promise<SessionToken | Record<string, unknown>> {
  const { principalId, sessionId } = sessionToken.parse(token);
  try {
    const person = await people.find(principalId);
    const [counts] = person ? await sessions.counting([{ id: sessionId, principal: person.principal }]) : [];
    if (person && counts && (await sessions.renew(sessionId, null)))
      return { principalId, sessionId, name: person.principal.name };
  } catch (error) {
    // An unavailable record must not sign anybody out.
    log.warn({ err: error }, 'a session could not be renewed');
    return token;
  }
  throw new Error('This session was ended');
}

function sameOriginUrl(url: string, publicUrl: string): string {
  if (!URL.canParse(url, publicUrl)) return publicUrl;
  const target = new URL(url, publicUrl);
  return target.origin === new URL(publicUrl).origin ? target.href : publicUrl;
}

/** Codes that any stale or forged cookie causes. */
const EVERYDAY = new Set(['JWT_SESSION_ERROR', 'SIGNOUT_ERROR']);

function authLogger({ log, failed }: AuthSettings): AuthOptions['logger'] {
  return {
    error: (code, detail) => {
      const cause = detail instanceof Error ? detail : detail?.error;
      const reason = String(cause?.message ?? cause);
      if (EVERYDAY.has(code)) return log.debug({ code, reason }, 'sign-in');
      const reference = newReference();
      log.warn({ code, reason, reference }, 'sign-in');
      failed(reference);
    },
    warn: (code) => log.warn({ code }, 'sign-in'),
    debug: () => {},
  };
}
