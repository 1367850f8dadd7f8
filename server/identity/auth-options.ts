import type { AuthOptions, User } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import type { Logger } from 'pino';
import { displayName } from '../protocol/display-name';
import type { Principal, Session } from '../runtime/principal';
import { addressOf } from './client-address';
import type { People } from './people';
import { readProfile } from './profile';
import type { oauthProviders } from './providers';
import { type SessionToken, sessionToken } from './session-token';

/** A request's headers: `Headers` itself, or next-auth's copy of them. */
export interface RequestHeaders {
  get(name: string): string | null;
}

/** Why a guest was not let in: the words in the sign-in page's `error`. */
export type GuestRefusal = 'GuestName' | 'TooManyGuests' | 'SignedIn';

export interface AuthSettings {
  people: People;
  secret: string;
  publicUrl: string;
  guests: boolean;
  oauth: ReturnType<typeof oauthProviders>;
  mayEnter(address: string): Promise<boolean>;
  /** Whoever a cookie header belongs to, guests included. */
  current(cookieHeader: string | null): Promise<Session | null>;
  log: Pick<Logger, 'debug' | 'warn'>;
}

const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** next-auth's options for one request: who asks decides whether a sign-in starts, renames or upgrades somebody. */
export function authOptions(settings: AuthSettings, headers: RequestHeaders): AuthOptions {
  const { people, secret, publicUrl, guests, oauth } = settings;
  const current = async () => (await settings.current(headers.get('cookie')))?.principal ?? null;
  return {
    secret,
    useSecureCookies: publicUrl.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [...(guests ? [guestProvider(settings, headers, current)] : []), ...oauth],
    logger: authLogger(settings.log),
    callbacks: {
      async jwt({ token, user, account }) {
        if (!account) return { ...(await stillValid(people, token)) };
        if (account.type === 'credentials') return { ...tokenFor(await known(people, user.id)) };
        const guest = await current();
        const id = await people.signIn(
          { provider: account.provider, providerAccountId: account.providerAccountId },
          readProfile(user),
          guest?.kind === 'guest' ? guest.id : null,
        );
        return { ...tokenFor(await known(people, id)) };
      },
      redirect: ({ url }) => sameOriginUrl(url, publicUrl),
    },
  };
}

function guestProvider(
  settings: AuthSettings,
  headers: RequestHeaders,
  current: () => Promise<Principal | null>,
): CredentialsConfig<{ name: { label: string } }> {
  const refuse = (reason: GuestRefusal): never => {
    throw new Error(reason); // next-auth hands the message to the sign-in page
  };
  return {
    id: 'guest',
    name: 'Guest',
    type: 'credentials',
    credentials: { name: { label: 'Name' } },
    async authorize(credentials): Promise<User> {
      const name = displayName.safeParse(credentials?.name).data ?? refuse('GuestName');
      const before = await current();
      if (before?.kind === 'account') return refuse('SignedIn');
      if (before) {
        await settings.people.renameGuest(before.id, name);
        return { id: before.id };
      }
      if (!(await settings.mayEnter(addressOf(headers)))) return refuse('TooManyGuests');
      const guest = await settings.people.addGuest(name);
      return { id: guest.principal.id };
    },
  };
}

function tokenFor({ principal, epoch }: Session): SessionToken {
  return { principalId: principal.id, epoch, name: principal.name };
}

async function known(people: People, id: string): Promise<Session> {
  const person = await people.find(id);
  if (!person) throw new Error('Nobody has the id that was just signed in');
  return person;
}

/** Renews a session's token. Throws for one that is over, which makes next-auth take the cookie away. */
async function stillValid(people: People, token: unknown): Promise<SessionToken> {
  const session = sessionToken.parse(token);
  const person = await people.find(session.principalId);
  if (person?.epoch !== session.epoch) throw new Error('This session was ended');
  return tokenFor(person);
}

function sameOriginUrl(url: string, publicUrl: string): string {
  if (!URL.canParse(url, publicUrl)) return publicUrl;
  const target = new URL(url, publicUrl);
  return target.origin === new URL(publicUrl).origin ? target.href : publicUrl;
}

/** Codes that anybody's stale or made-up cookie causes. */
const EVERYDAY = new Set(['JWT_SESSION_ERROR', 'SIGNOUT_ERROR']);

function authLogger(log: AuthSettings['log']): AuthOptions['logger'] {
  return {
    error: (code, detail) => {
      const cause = detail instanceof Error ? detail : detail?.error;
      log[EVERYDAY.has(code) ? 'debug' : 'warn'](
        { code, reason: String(cause?.message ?? cause) },
        'sign-in',
      );
    },
    warn: (code) => log.warn({ code }, 'sign-in'),
    debug: () => {},
  };
}
