import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../runtime/principal';
import { openRecord } from '../store/open';
import { type AuthServer, startAuthServer } from '../testing/auth-server';
import { Browser } from '../testing/browser';
import { type OidcIssuer, startOidcIssuer } from '../testing/oidc-issuer';
import { tempFolder } from '../testing/temp-folder';
import { createIdentity, type Identity, type IdentitySettings } from './create-identity';

const secret = randomBytes(32).toString('hex');
const quiet = { debug: () => {}, warn: () => {} };

let issuer: OidcIssuer;
let server: AuthServer;
let identity: Identity;
let base: IdentitySettings;
let closeRecord: () => Promise<void>;

beforeAll(async () => {
  issuer = await startOidcIssuer();
});
afterAll(() => issuer.close());

beforeEach(async () => {
  issuer.claimsIn = 'id-token';
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  closeRecord = () => opened.record.close();
  server = await startAuthServer((publicUrl) => {
    const oidc = { issuer: issuer.url, id: issuer.clientId, secret: issuer.clientSecret, name: 'Example' };
    base = { db: opened.db, secret, publicUrl, guests: true, oidc, log: quiet };
    identity = createIdentity(base);
    return (headers) => identity.authOptions(headers);
  });
});

afterEach(async () => {
  await server.close();
  await closeRecord();
});

const device = () => new Browser(server.url);
const whoIs = (browser: Browser) => identity.principal(browser.cookieHeader);

async function certain(browser: Browser): Promise<Principal> {
  const principal = await whoIs(browser);
  if (!principal) throw new Error('Nobody is signed in on this device');
  return principal;
}

async function guest(name: string, browser = device()): Promise<Browser> {
  await browser.send('/api/auth/callback/guest', { name });
  return browser;
}

async function account(person: OidcIssuer['person'], browser = device(), callbackUrl = '/history') {
  issuer.person = person;
  const { url } = await browser.send('/api/auth/signin/oidc', { callbackUrl });
  return { browser, url };
}

describe('a guest', () => {
  test('comes in with a name alone, trimmed', async () => {
    const browser = await guest('  Ada \t Lovelace ');
    expect(await whoIs(browser)).toEqual({
      id: expect.stringMatching(/^pr_[a-z0-9]{16}$/),
      name: 'Ada Lovelace',
      kind: 'guest',
      email: null,
      image: null,
      aliases: [],
    });
  });

  test.each(['', '   ', '\u202e', '\u200b', 'x'.repeat(61)])(
    'is told when the name %j does not do',
    async (name) => {
      const browser = device();
      const { url } = await browser.send('/api/auth/callback/guest', { name });
      expect(url.pathname).toBe('/sign-in');
      expect(url.searchParams.get('error')).toBe('GuestName');
      expect(await whoIs(browser)).toBeNull();
    },
  );

  test('who comes in again under another name stays the same person', async () => {
    const browser = await guest('Ada');
    const before = await certain(browser);
    await guest('Ada L.', browser);
    expect(await whoIs(browser)).toEqual({ ...before, name: 'Ada L.' });
  });

  test('is another person on another device', async () => {
    const one = await certain(await guest('Ada'));
    const other = await certain(await guest('Ada'));
    expect(one.id).not.toBe(other.id);
  });

  test('cannot come in without the token against forgery', async () => {
    const browser = device();
    const body = new URLSearchParams({ name: 'Mallory' });
    await browser.visit('/api/auth/callback/guest', { method: 'POST', body });
    expect(await whoIs(browser)).toBeNull();
  });

  test('cannot come in where guests are off, and those from before stay out', async () => {
    const before = await guest('Ada');
    identity = createIdentity({ ...base, guests: false });
    expect(await whoIs(before)).toBeNull();
    expect(await whoIs(await guest('Eve'))).toBeNull();
    await account({ sub: '1', name: 'Ada Lovelace' }, before);
    expect(await whoIs(before)).toMatchObject({ kind: 'account', name: 'Ada Lovelace' });
  });
});

describe('an account', () => {
  test('is made by an unknown login, and found again by it', async () => {
    const first = await account({
      sub: '1',
      name: 'Ada',
      email: 'Ada@example.org',
      picture: 'https://x.org/a',
    });
    expect(first.url.href).toBe(`${server.url}/history`);
    const made = await certain(first.browser);
    expect(made).toMatchObject({
      kind: 'account',
      name: 'Ada',
      email: 'ada@example.org',
      image: 'https://x.org/a',
    });
    const second = await account({ sub: '1', name: 'Ada', email: 'ada@new.example.org' });
    expect(await whoIs(second.browser)).toEqual({ ...made, email: 'ada@new.example.org', image: null });
  });

  test('takes the name from the userinfo endpoint when the ID token has none', async () => {
    issuer.claimsIn = 'userinfo';
    const { browser } = await account({ sub: '1', name: 'Ada' });
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
  });

  test('is no place for pictures and addresses that are not usable', async () => {
    const { browser } = await account({ sub: '1', email: 'no address', picture: 'javascript:alert(1)' });
    expect(await whoIs(browser)).toMatchObject({ name: 'Somebody', email: null, image: null });
  });

  test('grows out of the guest who signs in: same person, but copies of the guest’s cookie are worthless', async () => {
    const browser = await guest('Ada');
    const before = await certain(browser);
    const copied = browser.copy();
    await account({ sub: '1', name: 'Ada Lovelace' }, browser);
    expect(await whoIs(browser)).toMatchObject({ id: before.id, kind: 'account', name: 'Ada Lovelace' });
    expect(await whoIs(copied)).toBeNull();
  });

  test('takes in the guest from another device who signs in with the same login', async () => {
    const laptop = await guest('Ada');
    await account({ sub: '1', name: 'Ada' }, laptop);
    const { id } = await certain(laptop);
    const phone = await guest('Ada on the phone');
    const onPhone = await certain(phone);
    const stale = phone.copy();
    await account({ sub: '1', name: 'Ada' }, phone);
    expect(await whoIs(phone)).toMatchObject({ id, kind: 'account', aliases: [onPhone.id] });
    expect(await whoIs(laptop)).toMatchObject({ id, aliases: [onPhone.id] });
    expect(await whoIs(stale)).toBeNull();
  });

  test('is one, however many devices sign in first at the same moment', async () => {
    const devices = await Promise.all(['a', 'b', 'c', 'd'].map((name) => guest(name)));
    const guests = await Promise.all(devices.map(certain));
    issuer.person = { sub: '1', name: 'Ada' };
    await Promise.all(devices.map((one) => one.send('/api/auth/signin/oidc', {})));
    const [first, ...others] = await Promise.all(devices.map(certain));
    for (const other of others) expect(other).toEqual(first);
    expect(new Set([first?.id, ...(first?.aliases ?? [])])).toEqual(new Set(guests.map(({ id }) => id)));
  });

  test('keeps to itself when another login signs in on its device', async () => {
    const { browser } = await account({ sub: '1', name: 'Ada' });
    const ada = await certain(browser);
    await account({ sub: '2', name: 'Grace' }, browser);
    const grace = await certain(browser);
    expect(grace).toMatchObject({ name: 'Grace', aliases: [] });
    expect(grace.id).not.toBe(ada.id);
  });

  test('does not turn into a guest', async () => {
    const { browser } = await account({ sub: '1', name: 'Ada' });
    const { url } = await browser.send('/api/auth/callback/guest', { name: 'Somebody else' });
    expect(url.searchParams.get('error')).toBe('SignedIn');
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada', kind: 'account' });
  });

  test('is not made when the sign-in was begun on another device', async () => {
    const [here, there] = [device(), device()];
    issuer.person = { sub: '1', name: 'Ada' };
    await here.send('/api/auth/signin/oidc', {});
    const { url } = await there.visit('/api/auth/callback/oidc?code=x&state=y');
    expect(url.pathname).toBe('/sign-in');
    expect(url.searchParams.get('error')).toBe('OAuthCallback');
    expect(await whoIs(there)).toBeNull();
  });

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)'])(
    'is never sent on to %s',
    async (callbackUrl) => {
      const { url } = await account({ sub: '1' }, device(), callbackUrl);
      expect(url.origin).toBe(server.url);
    },
  );
});

describe('a session', () => {
  const cookie = (value: string) => `next-auth.session-token=${value}`;
  const tokenOf = (browser: Browser) =>
    /next-auth\.session-token=([^;]+)/.exec(browser.cookieHeader)?.[1] ?? '';

  test.each([
    null,
    '',
    ';;;',
    '=',
    'next-auth.session-token',
    cookie(''),
    cookie('%E0%A4%A'),
    cookie('a.b.c.d.e'),
    '\0',
  ])('is not read out of %j', async (header) => {
    expect(await identity.principal(header)).toBeNull();
  });

  test('that was tampered with is refused', async () => {
    const token = tokenOf(await guest('Ada'));
    for (const at of [0, 40, Math.floor(token.length / 2), token.length - 2]) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect(await identity.principal(cookie(forged))).toBeNull();
    }
    expect(await identity.principal(cookie(token.slice(0, -20)))).toBeNull();
  });

  test('is found among garbage', async () => {
    const browser = await guest('Ada');
    const header = `a; =b; next-auth.session-token=%; ${cookie('x.y')}; ${cookie(tokenOf(browser))}; é=\u0000`;
    expect(await identity.principal(header)).toEqual(await certain(browser));
  });

  test('of another secret, run out, or with other contents is refused', async () => {
    const { id } = await certain(await guest('Ada'));
    const token = { principalId: id, epoch: 0, name: 'Ada' };
    const made = async (params: Parameters<typeof encode>[0]) =>
      identity.principal(cookie(await encode(params)));
    expect(await made({ token, secret })).toMatchObject({ id });
    expect(await made({ token, secret: 'another' })).toBeNull();
    expect(await made({ token, secret, maxAge: -60 })).toBeNull();
    expect(await made({ token, secret, salt: 'next-auth.state' })).toBeNull();
    expect(await made({ token: { ...token, epoch: 1 }, secret })).toBeNull();
    expect(await made({ token: { ...token, principalId: `pr_${'a'.repeat(16)}` }, secret })).toBeNull();
    expect(await made({ token: { sub: id }, secret })).toBeNull();
  });

  test('lies in a cookie of its own name under https, and only there', async () => {
    const browser = await guest('Ada');
    const ada = await certain(browser);
    const secure = createIdentity({ ...base, publicUrl: 'https://panel.example.org' });
    expect(await secure.principal(browser.cookieHeader)).toBeNull();
    expect(await secure.principal(`__Secure-${cookie(tokenOf(browser))}`)).toEqual(ada);
  });

  test('holds nothing that the person may not see, and next-auth’s own page tells only the name', async () => {
    const { browser } = await account({ sub: '1', name: 'Ada', email: 'ada@example.org' });
    const { response } = await browser.visit('/api/auth/session');
    expect(await response.json()).toEqual({ user: { name: 'Ada' }, expires: expect.any(String) });
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
  });

  test('ends on this device alone by signing out', async () => {
    const here = (await account({ sub: '1', name: 'Ada' })).browser;
    const there = (await account({ sub: '1', name: 'Ada' })).browser;
    await here.send('/api/auth/signout', {});
    expect(await whoIs(here)).toBeNull();
    expect(await whoIs(there)).toMatchObject({ name: 'Ada' });
  });

  test('ends everywhere when the person says so, and who holds connections is told', async () => {
    const here = (await account({ sub: '1', name: 'Ada' })).browser;
    const there = (await account({ sub: '1', name: 'Ada' })).browser;
    const bystander = (await account({ sub: '2', name: 'Grace' })).browser;
    const told: Principal[] = [];
    identity.onSignedOut((principal) => told.push(principal));
    const ada = await certain(here);
    await identity.signOutEverywhere(ada);
    expect(told).toEqual([ada]);
    expect(await whoIs(here)).toBeNull();
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(bystander)).toMatchObject({ name: 'Grace' });
    const { response } = await there.visit('/api/auth/session');
    expect(await response.json()).toEqual({});
    expect(there.cookieHeader).not.toContain('session-token');
    await account({ sub: '1', name: 'Ada' }, there);
    expect(await whoIs(there)).toEqual(ada);
  });
});

describe('guests from one network', () => {
  const enter = async (from: string) => {
    const headers = new Headers({ 'x-hotseat-address': from });
    const [provider] = identity.authOptions(headers).providers;
    if (provider?.type !== 'credentials') throw new Error('Guests are off');
    const input = { query: {}, body: {}, headers: {}, method: 'POST' };
    return provider.options?.authorize ? null : provider.authorize({ name: 'Ada' }, input);
  };

  test('are let in up to a number; elsewhere and this machine go on', async () => {
    identity = createIdentity({ ...base, guestLimit: { guests: 2, seconds: 60 } });
    for (const same of ['203.0.113.7', '::ffff:203.0.113.7']) expect(await enter(same)).toHaveProperty('id');
    await expect(enter('203.0.113.7')).rejects.toThrow('TooManyGuests');
    for (const same of ['2001:db8:1::1', '2001:db8:1:0:9::2']) expect(await enter(same)).toHaveProperty('id');
    await expect(enter('2001:0db8:0001:0000::3')).rejects.toThrow('TooManyGuests');
    expect(await enter('2001:db8:2::1')).toHaveProperty('id');
    for (let i = 0; i < 5; i += 1) expect(await enter('127.0.0.1')).toHaveProperty('id');
  });
});
