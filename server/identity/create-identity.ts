import type { Kysely } from 'kysely';
import type { AuthOptions } from 'next-auth';
import type { Logger } from 'pino';
import type { KeptSession } from '../protocol/sessions';
import type { Principal, Session } from '../runtime/principal';
import type { Database } from '../runtime/tables';
import { authOptions, type RequestHeaders } from './auth-options';
import { deviceOf } from './device';
import { createGuestLimit } from './guest-limit';
import { issuerSignOut } from './issuer-sign-out';
import { knownSecrets, type SecretSettings } from './known-secrets';
import { createPeople, type Person } from './people';
import { oauthProviders, type ProviderSettings } from './providers';
import { formerCookieName, sessionCookieLine } from './session-cookie';
import { makeToken, type ReadToken, readToken } from './session-token';
import { createSessions } from './sessions';

export interface IdentitySettings extends ProviderSettings, SecretSettings {
  db: Kysely<Database>;
  /** The server's address for people, for example `http://localhost:3000`. */
  publicUrl: string;
  guests: boolean;
  /** New guests that one network may bring within ten minutes. */
  guestLimit: number;
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
  log: Pick<Logger, 'debug' | 'warn'>;
}

/** The connections to drop: all of a person's under any of their ids, or those of one session. */
export type SignedOut = { kind: 'person'; principal: Principal } | { kind: 'session'; sessionId: string };

export interface Identity {
  guests: boolean;
  /** The accounts that people can sign in with, in the order of their buttons. */
  providers: { id: string; name: string }[];
  /** next-auth's options for one request to its route. `failed` gets the reference of an error in the log. */
  authOptions(headers: RequestHeaders, failed?: (reference: string) => void): AuthOptions;
  /** The person behind a cookie header; null for garbage and forged, expired or ended sessions. Rejects only without a record. */
  principal(cookieHeader: string | null): Promise<Principal | null>;
  /** The same, with the session. */
  session(cookieHeader: string | null): Promise<Session | null>;
  /**
   * `Set-Cookie` lines for a page's answer, so that an active browser stays signed in; none while its cookie is fresh. A
   * cookie from before sessions were kept is replaced.
   */
  renewal(cookieHeader: string | null, userAgent: string | null): Promise<string[]>;
  /** Which of these sessions are no longer valid, with one query for any number of them. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  /** Where the person of this session is signed in, the most recently seen first. */
  sessionsOf(session: Session): Promise<KeptSession[]>;
  /** Ends one session of this person, then tells the listeners. False if they have no session with that id. */
  endSession(principal: Principal, sessionId: string): Promise<boolean>;
  /** Ends every session of the person but this one, then tells the listeners. */
  endOtherSessions(session: Session): Promise<void>;
  /** Where this session's person signs out at their issuer too; null if that is not to be, or cannot be. */
  signOutAddress(session: Session): Promise<string | null>;
  /** Ends every session of this person on all devices, then tells the listeners. */
  signOutEverywhere(principal: Principal): Promise<void>;
  /** Whether this id is a guest's, and was not merged into an account. */
  isGuest(principalId: string): Promise<boolean>;
  /** Renames a person, guest or account. `name` is a `displayName`. */
  rename(principal: Principal, name: string): Promise<void>;
  onSignedOut(listener: (who: SignedOut) => void): void;
}

/** A cookie older than this (ms) is renewed. */
const RENEWED_MS = 24 * 60 * 60_000;

/** Who people are: next-auth's sessions on one side, the record's principals on the other. */
export function createIdentity(settings: IdentitySettings): Identity {
  const { db, publicUrl, guests, log, now = Date.now } = settings;
  // next-auth v4 reads its own address only from here.
  process.env.NEXTAUTH_URL = publicUrl;
  const people = createPeople(db, now);
  const sessions = createSessions(db, now, (error) =>
    log.debug({ err: error }, 'it could not be noted that a session was seen'),
  );
  const oauth = oauthProviders(settings);
  const mayEnter = createGuestLimit(settings.guestLimit);
  const secrets = knownSecrets(settings);
  const listeners: ((who: SignedOut) => void)[] = [];
  const tell = (who: SignedOut) => {
    for (const listener of listeners) listener(who);
  };

  /** The sessions in a cookie header. A browser has several while a secret is replaced. */
  async function* tokensOf(cookieHeader: string | null): AsyncIterable<ReadToken> {
    for (const { names, key } of secrets.newestFirst) {
      const token = await readToken(cookieHeader, names, key, now());
      if (token) yield token;
    }
  }

  async function signedIn(cookieHeader: string | null): Promise<{ token: ReadToken; person: Person } | null> {
    for await (const token of tokensOf(cookieHeader)) {
      const person = await people.find(token.principalId);
      if (person && (await sessions.counts(token, person))) return { token, person };
    }
    return null;
  }

  /** Whether the session in a cookie header gets no new cookie now. */
  async function isFresh(cookieHeader: string | null): Promise<boolean> {
    for await (const { cookieName, madeAt } of tokensOf(cookieHeader)) {
      if (cookieName === secrets.next?.sessionName) return true;
      return cookieName === secrets.own.sessionName && now() - madeAt < RENEWED_MS;
    }
    return true;
  }

  async function current(cookieHeader: string | null): Promise<Session | null> {
    const found = await signedIn(cookieHeader);
    return found && { id: found.token.sessionId, principal: found.person.principal };
  }

  async function session(cookieHeader: string | null): Promise<Session | null> {
    const found = await current(cookieHeader);
    // With guests turned off, earlier guests stay out until they sign in and get their history back.
    return found && (guests || found.principal.kind === 'account') ? found : null;
  }

  async function endSession(principal: Principal, sessionId: string): Promise<boolean> {
    const ended = await sessions.end(principal.id, sessionId);
    if (ended) tell({ kind: 'session', sessionId });
    return ended;
  }

  return {
    guests,
    providers: oauth.map(({ id, name }) => ({ id, name })),
    authOptions: (headers, failed = () => {}) =>
      authOptions(
        {
          people,
          sessions,
          secrets,
          now,
          publicUrl,
          guests,
          oauth,
          oidc: settings.oidc ?? null,
          mayEnter,
          current,
          endSession,
          failed,
          log,
        },
        headers,
      ),
    principal: async (cookieHeader) => (await session(cookieHeader))?.principal ?? null,
    session,
    async renewal(cookieHeader, userAgent) {
      if (await isFresh(cookieHeader)) return [];
      const found = await signedIn(cookieHeader);
      if (!found || !(await sessions.renew(found.token.sessionId, deviceOf(userAgent)))) return [];
      const { sessionId, cookieName } = found.token;
      const { principal } = found.person;
      const { key, sessionName } = secrets.own;
      const value = await makeToken(
        { principalId: principal.id, sessionId, name: principal.name },
        key,
        now(),
      );
      const lines = [sessionCookieLine(sessionName, value)];
      // That of a former secret stays, for processes that know no other one.
      const isOver = cookieName === formerCookieName(publicUrl);
      return isOver ? [...lines, sessionCookieLine(cookieName, null)] : lines;
    },
    async ended(some) {
      const counting = await sessions.counting(some);
      return new Set(some.filter(({ id }) => !counting.has(id)));
    },
    async sessionsOf({ id, principal }) {
      const person = await people.find(principal.id);
      return person ? sessions.of(person, id) : [];
    },
    endSession,
    async endOtherSessions({ id, principal }) {
      for (const sessionId of await sessions.endOthers(principal.id, id))
        tell({ kind: 'session', sessionId });
    },
    async signOutAddress({ id }) {
      const { oidc } = settings;
      const idToken = oidc?.signsOut ? await sessions.idToken(id) : null;
      return oidc && idToken ? issuerSignOut(oidc, idToken, publicUrl) : null;
    },
    async signOutEverywhere(principal) {
      await people.raiseEpoch(principal.id);
      tell({ kind: 'person', principal });
    },
    isGuest: async (principalId) => (await people.find(principalId))?.principal.kind === 'guest',
    rename: ({ id }, name) => people.rename(id, name),
    onSignedOut: (listener) => {
      listeners.push(listener);
    },
  };
}
