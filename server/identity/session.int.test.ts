import { encode } from 'next-auth/jwt';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Browser } from '../testing/browser';
import { account, certain, guest, place, secret, session, tokenIn, whoIs } from '../testing/sign-ins';
import { createIdentity, type SignedOut } from './create-identity';
import { sessionCookieName } from './session-cookie';

describe('a session', () => {
  const name = sessionCookieName('http:', secret);
  const cookie = (value: string) => `${name}=${value}`;
  const tokenOf = (browser: Browser) => tokenIn(browser, name);

  test.each([null, '', ';;;', '=', name, cookie(''), cookie('%E0%A4%A'), cookie('a.b.c.d.e'), '\0'])(
    'is not read out of %j',
    async (header) => {
      expect(await place.identity.principal(header)).toBeNull();
    },
  );

  test('that was tampered with is rejected', async () => {
    const token = tokenOf(await guest('Ada'));
    for (const at of [0, 40, Math.floor(token.length / 2), token.length - 2]) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect(await place.identity.principal(cookie(forged))).toBeNull();
    }
    expect(await place.identity.principal(cookie(token.slice(0, -20)))).toBeNull();
  });

  test('is found among garbage', async () => {
    const browser = await guest('Ada');
    const header = `a; =b; ${cookie('%')}; ${cookie('x.y')}; ${cookie(tokenOf(browser))}; é=\u0000`;
    expect(await place.identity.principal(header)).toEqual(await certain(browser));
  });

  test('of another secret, expired, or with other contents is rejected', async () => {
    const { id: sessionId, principal } = await session(await guest('Ada'));
    const { id } = principal;
    const token = { principalId: id, sessionId, name: 'Ada' };
    const made = async (params: Parameters<typeof encode>[0]) =>
      place.identity.principal(cookie(await encode(params)));
    expect(await made({ token, secret })).toMatchObject({ id });
    expect(await made({ token, secret: 'another' })).toBeNull();
    expect(await made({ token, secret, maxAge: -60 })).toBeNull();
    expect(await made({ token, secret, salt: 'next-auth.state' })).toBeNull();
    expect(await made({ token: { ...token, sessionId: `ss_${'a'.repeat(24)}` }, secret })).toBeNull();
    const { id: another } = await session(await guest('Grace'));
    expect(await made({ token: { ...token, sessionId: another }, secret })).toBeNull();
    expect(await made({ token: { ...token, principalId: `pr_${'a'.repeat(16)}` }, secret })).toBeNull();
    expect(await made({ token: { sub: id }, secret })).toBeNull();
  });

  test('of a former secret counts, and gets a cookie of today’s beside its own with the next page', async () => {
    const browser = await guest('Ada');
    const ada = await certain(browser);
    const today = 'another secret, of which this test alone knows';
    const changed = createIdentity({ ...place.base, secret: today, formerSecrets: [secret] });
    expect(await changed.principal(browser.cookieHeader)).toEqual(ada);
    const [fresh = '', ...more] = await changed.renewal(browser.cookieHeader, null);
    expect(fresh).toContain(`${sessionCookieName('http:', today)}=`);
    expect(more).toEqual([]);
    const both = `${browser.cookieHeader}; ${fresh.split(';', 1)[0]}`;
    expect(await changed.renewal(both, null)).toEqual([]);
    // A process that has not changed yet leaves it alone, and reads either.
    const before = createIdentity({ ...place.base, nextSecret: today });
    for (const header of [both, fresh.split(';', 1)[0] ?? '']) {
      expect(await before.principal(header)).toEqual(ada);
      expect(await before.renewal(header, null)).toEqual([]);
    }
    const later = createIdentity({ ...place.base, secret: today });
    expect(await later.principal(fresh.split(';', 1)[0] ?? '')).toEqual(ada);
    expect(await later.principal(browser.cookieHeader)).toBeNull();
  });

  test('is read and made by the clock that the process goes by, wherever the machine’s is', async () => {
    const [month, day] = [30 * 86_400_000, 86_400_000];
    const real = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: real + month + day });
    onTestFinished(() => void vi.useRealTimers());
    const identity = createIdentity({ ...place.base, now: () => real });
    place.identity = identity;
    const browser = await guest('Bo');
    expect(await whoIs(browser)).toMatchObject({ name: 'Bo' });
    vi.useRealTimers();
    expect(await createIdentity(place.base).principal(browser.cookieHeader)).toMatchObject({ name: 'Bo' });
    const later = createIdentity({ ...place.base, now: () => real + month + day });
    expect(await later.principal(browser.cookieHeader)).toBeNull();
  });

  test('begins only for an address of an allowed domain, where the settings name some', async () => {
    const oidc = place.base.oidc && { ...place.base.oidc, domains: ['example.org'] };
    place.identity = createIdentity({ ...place.base, oidc });
    const stranger = await account({ sub: '1', name: 'Eve', email: 'eve@elsewhere.org' });
    expect(stranger.url.searchParams.get('error')).toBe('AccessDenied');
    expect(await whoIs(stranger.browser)).toBeNull();
    for (const claim of [{ email_verified: false }, {}]) {
      const unverified = await account({ sub: '2', name: 'Mallory', email: 'm@example.org', ...claim });
      expect(await whoIs(unverified.browser)).toBeNull();
    }
    const { browser } = await account({
      sub: '3',
      name: 'Ada',
      email: 'ada@example.org',
      email_verified: true,
    });
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
  });

  test.each(['id-token', 'userinfo'] as const)(
    'begins only for somebody in an allowed group, where the settings name some (%s)',
    async (claimsIn) => {
      place.issuer.claimsIn = claimsIn;
      const oidc = place.base.oidc && { ...place.base.oidc, groups: ['hiring', 'staff'] };
      place.identity = createIdentity({ ...place.base, oidc });
      for (const groups of [undefined, [], ['guests']]) {
        const stranger = await account({ sub: '1', name: 'Eve', groups });
        expect(stranger.url.searchParams.get('error')).toBe('AccessDenied');
        expect(await whoIs(stranger.browser)).toBeNull();
      }
      const { browser } = await account({ sub: '2', name: 'Ada', groups: ['all', 'staff'] });
      expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
    },
  );

  test('can be ended at the issuer too, which sends people back to our home page', async () => {
    const { issuer } = place;
    const quietly = await account({ sub: '1', name: 'Ada' });
    expect(await place.identity.signOutAddress(await session(quietly.browser))).toBeNull();
    const oidc = place.base.oidc && { ...place.base.oidc, signsOut: true };
    place.identity = createIdentity({ ...place.base, oidc });
    const { browser } = await account({ sub: '2', name: 'Grace' });
    const address = await place.identity.signOutAddress(await session(browser));
    await browser.send('/api/auth/signout', {});
    const { url } = await browser.visit(address ?? 'nowhere');
    expect(url.href).toBe(`${place.server.url}/`);
    expect(issuer.signedOut).toEqual([{ sub: '2', to: `${place.server.url}/` }]);
    expect(await whoIs(browser)).toBeNull();
    // Guests have no issuer, and one that does not answer keeps nobody in.
    expect(await place.identity.signOutAddress(await session(await guest('Bo')))).toBeNull();
    const again = await session((await account({ sub: '2', name: 'Grace' })).browser);
    const away = oidc && { ...oidc, issuer: 'http://127.0.0.1:1' };
    expect(await createIdentity({ ...place.base, oidc: away }).signOutAddress(again)).toBeNull();
  });

  test('is in a cookie with a prefixed name under https, and only there', async () => {
    const browser = await guest('Ada');
    const ada = await certain(browser);
    const secure = createIdentity({ ...place.base, publicUrl: 'https://panel.example.org' });
    expect(await secure.principal(browser.cookieHeader)).toBeNull();
    expect(await secure.principal(`__Secure-${cookie(tokenOf(browser))}`)).toEqual(ada);
  });

  test('contains nothing that the person may not see, and next-auth’s own page gives only the name', async () => {
    const { browser } = await account({ sub: '1', name: 'Ada', email: 'ada@example.org' });
    const { response } = await browser.visit('/api/auth/session');
    expect(await response.json()).toEqual({ user: { name: 'Ada' }, expires: expect.any(String) });
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
  });

  test('ends only on this device by signing out', async () => {
    const here = (await account({ sub: '1', name: 'Ada' })).browser;
    const there = (await account({ sub: '1', name: 'Ada' })).browser;
    const copied = here.copy();
    const { id: sessionId } = await session(here);
    const told: SignedOut[] = [];
    place.identity.onSignedOut((who) => told.push(who));
    await here.send('/api/auth/signout', {});
    expect(told).toEqual([{ kind: 'session', sessionId }]);
    expect(await whoIs(here)).toBeNull();
    expect(await whoIs(copied)).toBeNull();
    expect(await whoIs(there)).toMatchObject({ name: 'Ada' });
  });

  test('ends everywhere when the person asks for it, and the owners of connections are told', async () => {
    const here = (await account({ sub: '1', name: 'Ada' })).browser;
    const there = (await account({ sub: '1', name: 'Ada' })).browser;
    const bystander = (await account({ sub: '2', name: 'Grace' })).browser;
    const told: SignedOut[] = [];
    place.identity.onSignedOut((who) => told.push(who));
    const ada = await certain(here);
    await place.identity.signOutEverywhere(ada);
    expect(told).toEqual([{ kind: 'person', principal: ada }]);
    expect(await whoIs(here)).toBeNull();
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(bystander)).toMatchObject({ name: 'Grace' });
    const { response } = await there.visit('/api/auth/session');
    expect(await response.json()).toEqual({});
    expect(there.cookieHeader).not.toContain('.session=');
    await account({ sub: '1', name: 'Ada' }, there);
    expect(await whoIs(there)).toEqual(ada);
  });
});
