import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createIdentity, type Identity, type IdentitySettings } from '../identity/create-identity';
import type { Principal, Session } from '../runtime/principal';
import { openRecord } from '../store/open';
import { type AuthServer, startAuthServer } from './auth-server';
import { Browser } from './browser';
import { type OidcIssuer, startOidcIssuer } from './oidc-issuer';
import { recordFolder } from './record-folder';

export const secret = randomBytes(32).toString('hex');
export const quiet = { debug: () => {}, warn: () => {} };

/** The sign-in server, made anew for each test, except for the issuer. */
interface Place {
  issuer: OidcIssuer;
  server: AuthServer;
  /** A test may replace it by one with other settings. */
  identity: Identity;
  base: IdentitySettings;
}
export const place = {} as Place;

let closeRecord: () => Promise<void>;

beforeAll(async () => {
  place.issuer = await startOidcIssuer();
});
afterAll(() => place.issuer.close());

beforeEach(async () => {
  place.issuer.claimsIn = 'id-token';
  const opened = await openRecord({ databaseUrl: null, dataDir: await recordFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  closeRecord = () => opened.record.close();
  place.server = await startAuthServer((publicUrl) => {
    const { url, clientId: id, clientSecret } = place.issuer;
    const oidc = { issuer: url, id, secret: clientSecret, name: 'Example' };
    place.base = { db: opened.db, secret, publicUrl, guests: true, guestLimit: 60, oidc, log: quiet };
    place.identity = createIdentity(place.base);
    return (headers) => place.identity.authOptions(headers);
  });
});

afterEach(async () => {
  await place.server.close();
  await closeRecord();
});

export const device = () => new Browser(place.server.url);
export const whoIs = (browser: Browser) => place.identity.principal(browser.cookieHeader);

/** The session of the person who is signed in there. */
export async function session(browser: Browser): Promise<Session> {
  const found = await place.identity.session(browser.cookieHeader);
  if (!found) throw new Error('Nobody is signed in on this device');
  return found;
}

/** The value of a cookie there; empty if there is none. */
export function tokenIn(browser: Browser, cookieName: string): string {
  const pair = browser.cookieHeader.split('; ').find((one) => one.startsWith(`${cookieName}=`));
  return pair?.slice(cookieName.length + 1) ?? '';
}

/** The person who is signed in there; there must be one. */
export async function certain(browser: Browser): Promise<Principal> {
  const principal = await whoIs(browser);
  if (!principal) throw new Error('Nobody is signed in on this device');
  return principal;
}

export async function guest(name: string, browser = device()): Promise<Browser> {
  await browser.send('/api/auth/callback/guest', { name });
  return browser;
}

export async function account(
  person: OidcIssuer['person'],
  browser = device(),
  callbackUrl = '/history',
): Promise<{ browser: Browser; url: URL }> {
  place.issuer.person = person;
  const { url } = await browser.send('/api/auth/signin/oidc', { callbackUrl });
  return { browser, url };
}
