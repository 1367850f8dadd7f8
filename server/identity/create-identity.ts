import type { Kysely } from 'kysely';
import type { AuthOptions } from 'next-auth';
import type { Logger } from 'pino';
import type { Principal, Session } from '../runtime/principal';
import type { Database } from '../runtime/tables';
import { authOptions, type RequestHeaders } from './auth-options';
import { createGuestLimit, type GuestLimit, USUAL_GUEST_LIMIT } from './guest-limit';
import { createPeople } from './people';
import { oauthProviders, type ProviderSettings } from './providers';
import { readSession, sessionCookieName, sessionKey } from './session-token';

export interface IdentitySettings extends ProviderSettings {
  db: Kysely<Database>;
  /** Encrypts the sessions; every process of one deployment has the same. */
  secret: string;
  /** Where people reach the server, as in `http://localhost:3000`. */
  publicUrl: string;
  guests: boolean;
  guestLimit?: GuestLimit;
  log: Pick<Logger, 'debug' | 'warn'>;
}

export interface Identity {
  guests: boolean;
  /** The accounts that people can sign in with, in the order of their buttons. */
  providers: { id: string; name: string }[];
  /** next-auth's options for one request to its route. */
  authOptions(headers: RequestHeaders): AuthOptions;
  /** Who sent a cookie header; null for garbage, forged, run-out and ended sessions. Rejects only without a record. */
  principal(cookieHeader: string | null): Promise<Principal | null>;
  /** The same, with the epoch that the sign-in session began in. */
  session(cookieHeader: string | null): Promise<Session | null>;
  /** Which of these sessions do not count any more. One question to the record, whatever their number. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  /** Ends every session of this person on all devices, then tells the listeners. */
  signOutEverywhere(principal: Principal): Promise<void>;
  /** `principal.id` and all of `principal.aliases` may still have connections to be dropped. */
  onSignedOut(listener: (principal: Principal) => void): void;
}

/** Who people are: next-auth's sessions on one side, the record's principals on the other. */
export function createIdentity(settings: IdentitySettings): Identity {
  const { db, secret, publicUrl, guests, log } = settings;
  // The only place where next-auth v4 looks for its own address.
  process.env.NEXTAUTH_URL = publicUrl;
  const people = createPeople(db);
  const oauth = oauthProviders(settings);
  const mayEnter = createGuestLimit(settings.guestLimit ?? USUAL_GUEST_LIMIT);
  const cookieName = sessionCookieName(publicUrl);
  const key = sessionKey(secret);
  const listeners: ((principal: Principal) => void)[] = [];

  async function current(cookieHeader: string | null): Promise<Session | null> {
    const session = await readSession(cookieHeader, cookieName, key);
    const person = session && (await people.find(session.principalId));
    return person && person.epoch === session.epoch ? person : null;
  }

  async function session(cookieHeader: string | null): Promise<Session | null> {
    const person = await current(cookieHeader);
    // With guests turned off those from before stay out, until they sign in and get their history back.
    return person && (guests || person.principal.kind === 'account') ? person : null;
  }

  return {
    guests,
    providers: oauth.map(({ id, name }) => ({ id, name })),
    authOptions: (headers) =>
      authOptions({ people, secret, publicUrl, guests, oauth, mayEnter, current, log }, headers),
    principal: async (cookieHeader) => (await session(cookieHeader))?.principal ?? null,
    session,
    async ended(sessions) {
      const epochs = await people.epochs([...new Set(sessions.map(({ principal }) => principal.id))]);
      return new Set(sessions.filter(({ principal, epoch }) => epochs.get(principal.id) !== epoch));
    },
    async signOutEverywhere(principal) {
      await people.raiseEpoch(principal.id);
      for (const listener of listeners) listener(principal);
    },
    onSignedOut: (listener) => {
      listeners.push(listener);
    },
  };
}
