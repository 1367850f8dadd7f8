import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { account, certain, device, guest, place, secret, session, tokenIn, whoIs } from '../testing/sign-ins';
import { createIdentity, type Identity, type SignedOut } from './create-identity';
import { createPeople } from './people';
import { formerCookieName, sessionCookieName } from './session-cookie';
import { sweepSessions } from './sessions';

const DAY_MS = 24 * 60 * 60_000;
const name = () => sessionCookieName(place.server.url, secret);
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ada = { sub: '1', name: 'Ada' };

/** The same record, some time from now. */
function later(ms: number): Identity {
  return createIdentity({ ...place.base, now: () => Date.now() + ms });
}

/** A cookie from before the record kept sessions. */
async function formerCookie(guestName: string): Promise<{ id: string; cookie: string }> {
  const { principal, epoch } = await createPeople(place.base.db).addGuest(guestName);
  const token = { principalId: principal.id, epoch, name: guestName };
  return { id: principal.id, cookie: `${formerCookieName('http:')}=${await encode({ token, secret })}` };
}

describe('the cookies', () => {
  test('all have this deployment’s own names', async () => {
    const { browser } = await account(ada);
    const names = browser.cookieHeader.split('; ').map((pair) => pair.split('=', 1)[0] ?? '');
    expect(names.length).toBeGreaterThan(2);
    for (const one of names) expect(one).toMatch(/^hotseat-[0-9a-f]{8}\./);
    expect(sessionCookieName(place.server.url, 'the secret of another deployment')).not.toBe(name());
  });

  test('of another program on this machine sign nobody out, nor do those of another Hotseat on another port', async () => {
    const browser = await guest('Ada');
    const others = `next-auth.session-token=theirs; hotseat-00000000.session=x.y; ${browser.cookieHeader}`;
    expect(await place.identity.principal(others)).toEqual(await certain(browser));
  });

  test('with the session’s name are tried at most three times for one request', async () => {
    const browser = await guest('Ada');
    const token = tokenIn(browser, name());
    const many = Array.from({ length: 555 }, (_, at) => `${name()}=${token.slice(0, -4)}${1000 + at}`);
    expect(await place.identity.principal([...many, `${name()}=${token}`].join('; '))).toBeNull();
    const third = [...many.slice(0, 2), `${name()}=${token}`, ...many.slice(2)];
    expect(await place.identity.principal(third.join('; '))).toEqual(await certain(browser));
  });
});

describe('a cookie from before sessions were kept', () => {
  test('is accepted and becomes one session, no matter how often it arrives', async () => {
    const { id, cookie } = await formerCookie('Ada');
    const [one, two] = await Promise.all([place.identity.session(cookie), place.identity.session(cookie)]);
    expect(one?.principal.id).toBe(id);
    expect(two).toEqual(one);
    if (!one) throw new Error('nobody is signed in');
    expect(await place.identity.sessionsOf(one)).toMatchObject([{ id: one.id, device: null, current: true }]);
  });

  test('is over for good once its session is ended, also after a sweep', async () => {
    const { cookie } = await formerCookie('Ada');
    const found = await place.identity.session(cookie);
    if (!found) throw new Error('nobody is signed in');
    await place.identity.endSession(found.principal, found.id);
    await sweepSessions(place.base.db, Date.now());
    expect(await place.identity.session(cookie)).toBeNull();
  });

  test('of an earlier epoch makes no session', async () => {
    const { id, cookie } = await formerCookie('Ada');
    await createPeople(place.base.db).raiseEpoch(id);
    expect(await place.identity.session(cookie)).toBeNull();
  });

  test('is replaced when a page is opened: the same session under the new name', async () => {
    const { cookie } = await formerCookie('Ada');
    const before = await place.identity.session(cookie);
    const [set = '', gone = ''] = await place.identity.renewal(cookie, FIREFOX);
    expect(gone).toMatch(/^next-auth\.session-token=; Path=\/; Max-Age=0;/);
    expect(set).toMatch(/; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    const renewed = set.split(';', 1)[0] ?? '';
    expect(renewed.startsWith(`${name()}=`)).toBe(true);
    const after = await place.identity.session(renewed);
    expect(after).toEqual(before);
    if (after) expect(await place.identity.sessionsOf(after)).toMatchObject([{ device: 'Firefox on Linux' }]);
    expect(await place.identity.renewal(renewed, FIREFOX)).toEqual([]);
  });
});

describe('somebody’s sessions', () => {
  test('are listed with device and times, with a mark on the current one, and without anybody else’s', async () => {
    const here = device();
    place.issuer.person = ada;
    await here.send('/api/auth/signin/oidc', {});
    const there = (await account(ada)).browser;
    await account({ sub: '2', name: 'Grace' });
    const mine = await session(here);
    const list = await place.identity.sessionsOf(mine);
    expect(list).toHaveLength(2);
    expect(list.find(({ current }) => current)?.id).toBe(mine.id);
    expect(list.map(({ id }) => id).sort()).toEqual([mine.id, (await session(there)).id].sort());
    for (const one of list) {
      expect(Object.keys(one).sort()).toEqual(['current', 'device', 'id', 'seen', 'since']);
      expect(Math.abs(one.since - Date.now())).toBeLessThan(60_000);
    }
  });

  test('say on which device they are', async () => {
    const browser = device();
    const agent = { 'user-agent': FIREFOX };
    await browser.send('/api/auth/callback/guest', { name: 'Ada' }, agent);
    expect(await place.identity.sessionsOf(await session(browser))).toMatchObject([
      { device: 'Firefox on Linux' },
    ]);
  });

  test('end one by one, which only their browser and the owners of connections notice', async () => {
    const [here, there] = [(await account(ada)).browser, (await account(ada)).browser];
    const [mine, other] = [await session(here), await session(there)];
    const told: SignedOut[] = [];
    place.identity.onSignedOut((who) => told.push(who));
    expect(await place.identity.endSession(mine.principal, other.id)).toBe(true);
    expect(told).toEqual([{ kind: 'session', sessionId: other.id }]);
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(here)).toEqual(mine.principal);
    expect([...(await place.identity.ended([mine, other]))]).toEqual([other]);
    expect(await place.identity.endSession(mine.principal, other.id)).toBe(false);
    expect(told).toHaveLength(1);
  });

  test('cannot be ended by anybody else', async () => {
    const mine = await session((await account(ada)).browser);
    const grace = await session((await account({ sub: '2', name: 'Grace' })).browser);
    expect(await place.identity.endSession(grace.principal, mine.id)).toBe(false);
    await place.identity.endOtherSessions(grace);
    expect(await place.identity.ended([mine, grace])).toEqual(new Set());
  });

  test('can all be ended at once, except the current one', async () => {
    const [here, phone, tablet] = [await account(ada), await account(ada), await account(ada)];
    const told: SignedOut[] = [];
    place.identity.onSignedOut((who) => told.push(who));
    await place.identity.endOtherSessions(await session(here.browser));
    expect(told).toHaveLength(2);
    expect(await whoIs(phone.browser)).toBeNull();
    expect(await whoIs(tablet.browser)).toBeNull();
    expect(await place.identity.sessionsOf(await session(here.browser))).toHaveLength(1);
  });

  test('start again with each sign-in, which ends the browser’s previous one', async () => {
    const browser = await guest('Ada');
    const [before, copied] = [await session(browser), browser.copy()];
    await guest('Ada L.', browser);
    const after = await session(browser);
    expect(after.id).not.toBe(before.id);
    expect(after.principal.id).toBe(before.principal.id);
    expect(await whoIs(copied)).toBeNull();
    expect(await place.identity.sessionsOf(after)).toHaveLength(1);
  });

  test('are over everywhere when a guest becomes an account', async () => {
    const browser = await guest('Ada');
    const before = await session(browser);
    await account(ada, browser);
    const after = await session(browser);
    expect(await place.identity.ended([before, after])).toEqual(new Set([before]));
    expect(await place.identity.sessionsOf(after)).toHaveLength(1);
  });

  test('are marked as seen every few minutes, not at every request', async () => {
    const browser = await guest('Ada');
    const { seen } = (await place.identity.sessionsOf(await session(browser)))[0] ?? { seen: 0 };
    const seenAfter = async (ms: number) => {
      const found = await later(ms).session(browser.cookieHeader);
      const [one] = found ? await later(ms).sessionsOf(found) : [];
      return one?.seen ?? 0;
    };
    expect(await seenAfter(60_000)).toBe(seen);
    expect(await seenAfter(6 * 60_000)).toBeGreaterThanOrEqual(seen + 5 * 60_000);
    const mine = await session(browser);
    await later(20 * 60_000).ended([mine]);
    expect(await seenAfter(21 * 60_000)).toBeGreaterThanOrEqual(seen + 20 * 60_000);
  });

  test('expire after thirty days without a visit, and are swept then', async () => {
    const browser = await guest('Ada');
    await session(browser);
    const rows = () => place.base.db.selectFrom('sessions').selectAll().execute();
    await sweepSessions(place.base.db, Date.now() + 29 * DAY_MS);
    expect(await rows()).toHaveLength(1);
    await sweepSessions(place.base.db, Date.now() + 31 * DAY_MS);
    expect(await rows()).toEqual([]);
    expect(await whoIs(browser)).toBeNull();
  });

  test('go on with every visit: a page opened a day later renews the cookie', async () => {
    const browser = await guest('Ada');
    const mine = await session(browser);
    expect(await later(DAY_MS / 2).renewal(browser.cookieHeader, FIREFOX)).toEqual([]);
    const [line = ''] = await later(2 * DAY_MS).renewal(browser.cookieHeader, FIREFOX);
    expect(line.startsWith(`${name()}=`)).toBe(true);
    expect(await later(31 * DAY_MS).ended([mine])).toEqual(new Set());
    expect(await later(33 * DAY_MS).ended([mine])).toEqual(new Set([mine]));
  });
});

describe('a name', () => {
  test('is changed for good, a guest’s and an account’s', async () => {
    const browser = await guest('Adda');
    await place.identity.rename(await certain(browser), 'Ada');
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada', kind: 'guest' });
    const { browser: laptop } = await account({ sub: '2', name: 'Grase' });
    await place.identity.rename(await certain(laptop), 'Grace');
    const { browser: phone } = await account({ sub: '2', name: 'Grase' });
    expect(await whoIs(phone)).toMatchObject({ name: 'Grace', kind: 'account' });
  });
});

describe('while the record does not answer', () => {
  test('a guest gets a reference to the log, but not the cause', async () => {
    const logged: unknown[] = [];
    const failed: string[] = [];
    const log = { debug: () => {}, warn: (line: unknown) => void logged.push(line) };
    place.identity = createIdentity({ ...place.base, log });
    await place.base.db.schema.alterTable('principals').renameTo('away').execute();
    const [provider] = place.identity.authOptions(new Headers(), (one) => failed.push(one)).providers;
    if (provider?.type !== 'credentials') throw new Error('Guests are off');
    const input = { query: {}, body: {}, headers: {}, method: 'POST' };
    await expect(provider.authorize({ name: 'Ada' }, input)).rejects.toThrow(/^Unavailable$/);
    expect(failed).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(logged).toEqual([{ err: expect.any(Error), reference: failed[0] }]);
  });

  test('nobody loses their cookie', async () => {
    const browser = await guest('Ada');
    const ada = await certain(browser);
    await place.base.db.schema.alterTable('principals').renameTo('away').execute();
    await browser.visit('/api/auth/session');
    await place.base.db.schema.alterTable('away').renameTo('principals').execute();
    expect(await whoIs(browser)).toEqual(ada);
  });
});

describe('a sign-in service that cannot be reached', () => {
  test('leads back to the sign-in page, with a reference in the log', async () => {
    const failed: string[] = [];
    const logged: unknown[] = [];
    const log = { debug: () => {}, warn: (line: unknown) => void logged.push(line) };
    const oidc = { issuer: 'http://127.0.0.1:9', id: 'x', secret: 'y', name: 'Away' };
    const identity = createIdentity({ ...place.base, oidc, log });
    const { authOptions } = identity;
    place.identity = {
      ...identity,
      authOptions: (headers) => authOptions(headers, (one) => failed.push(one)),
    };
    const { url } = await device().send('/api/auth/signin/oidc', { callbackUrl: '/history' });
    expect(url.pathname).toBe('/sign-in');
    expect(url.searchParams.get('error')).toBe('OAuthSignin');
    expect(new URL(url.searchParams.get('callbackUrl') ?? '').pathname).toBe('/history');
    expect(logged).toEqual([
      { code: 'SIGNIN_OAUTH_ERROR', reason: expect.any(String), reference: failed[0] },
    ]);
  });
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/.//evil.example/',
  'http:/\\evil.example/',
  'http://127.0.0.1@evil.example/',
  'https://evil.example\\@127.0.0.1/',
  '/\t/evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
])('every redirect of a sign-in and a sign-out stays on this site, even for %j', async (callbackUrl) => {
  const ours = new URL(place.server.url).origin;
  const { browser, url } = await account(ada, device(), callbackUrl);
  expect(url.origin).toBe(ours);
  expect((await browser.send('/api/auth/signout', { callbackUrl })).url.origin).toBe(ours);
  expect((await browser.send('/api/auth/callback/guest', { name: '', callbackUrl })).url.origin).toBe(ours);
  const query = `callbackUrl=${encodeURIComponent(callbackUrl)}`;
  expect((await browser.visit(`/api/auth/signin?${query}`)).url.origin).toBe(ours);
  expect((await browser.visit(`/api/auth/error?error=x&${query}`)).url.origin).toBe(ours);
});
