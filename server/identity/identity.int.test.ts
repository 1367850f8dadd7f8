import { describe, expect, test } from 'vitest';
import { account, certain, device, guest, place, whoIs } from '../testing/sign-ins';
import { createIdentity } from './create-identity';

describe('a guest', () => {
  test('signs in with just a name, which is trimmed', async () => {
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
    'is told that the name %j is invalid',
    async (name) => {
      const browser = device();
      const { url } = await browser.send('/api/auth/callback/guest', { name });
      expect(url.pathname).toBe('/sign-in');
      expect(url.searchParams.get('error')).toBe('GuestName');
      expect(await whoIs(browser)).toBeNull();
    },
  );

  test('can begin without a name, keeps one that they have, and gets one by signing in with it', async () => {
    const browser = device();
    await browser.send('/api/auth/callback/guest', { nameless: 'yes' });
    const before = await certain(browser);
    expect(before).toMatchObject({ kind: 'guest', name: '' });
    await guest('Ada', browser);
    expect(await whoIs(browser)).toEqual({ ...before, name: 'Ada' });
    await browser.send('/api/auth/callback/guest', { nameless: 'yes' });
    expect(await whoIs(browser)).toEqual({ ...before, name: 'Ada' });
  });

  test('who signs in again under another name stays the same person', async () => {
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

  test('cannot sign in without the CSRF token', async () => {
    const browser = device();
    const body = new URLSearchParams({ name: 'Mallory' });
    await browser.visit('/api/auth/callback/guest', { method: 'POST', body });
    expect(await whoIs(browser)).toBeNull();
  });

  test('cannot sign in if guests are off, and earlier guests stay out', async () => {
    const before = await guest('Ada');
    place.identity = createIdentity({ ...place.base, guests: false });
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
    expect(first.url.href).toBe(`${place.server.url}/history`);
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
    place.issuer.claimsIn = 'userinfo';
    const { browser } = await account({ sub: '1', name: 'Ada' });
    expect(await whoIs(browser)).toMatchObject({ name: 'Ada' });
  });

  test('does not keep unusable pictures and addresses', async () => {
    const { browser } = await account({ sub: '1', email: 'no address', picture: 'javascript:alert(1)' });
    expect(await whoIs(browser)).toMatchObject({ name: 'Somebody', email: null, image: null });
  });

  test('is the guest who signs in: the same person, but copies of the guest’s cookie are worthless', async () => {
    const browser = await guest('Ada');
    const before = await certain(browser);
    const copied = browser.copy();
    await account({ sub: '1', name: 'Ada Lovelace' }, browser);
    expect(await whoIs(browser)).toMatchObject({ id: before.id, kind: 'account', name: 'Ada Lovelace' });
    expect(await whoIs(copied)).toBeNull();
  });

  test('absorbs the guest from another device who signs in with the same login', async () => {
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

  test('is only one, even if several devices sign in for the first time at the same moment', async () => {
    const devices = await Promise.all(['a', 'b', 'c', 'd'].map((name) => guest(name)));
    const guests = await Promise.all(devices.map(certain));
    place.issuer.person = { sub: '1', name: 'Ada' };
    await Promise.all(devices.map((one) => one.send('/api/auth/signin/oidc', {})));
    const [first, ...others] = await Promise.all(devices.map(certain));
    for (const other of others) expect(other).toEqual(first);
    expect(new Set([first?.id, ...(first?.aliases ?? [])])).toEqual(new Set(guests.map(({ id }) => id)));
  });

  test('stays separate when another login signs in on its device', async () => {
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

  test('is not made if the sign-in began on another device', async () => {
    const [here, there] = [device(), device()];
    place.issuer.person = { sub: '1', name: 'Ada' };
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
      expect(url.origin).toBe(place.server.url);
    },
  );
});

describe('guests from one network', () => {
  const enter = async (from: string) => {
    const headers = new Headers({ 'x-hotseat-address': from });
    const [provider] = place.identity.authOptions(headers).providers;
    if (provider?.type !== 'credentials') throw new Error('Guests are off');
    const input = { query: {}, body: {}, headers: {}, method: 'POST' };
    return provider.options?.authorize ? null : provider.authorize({ name: 'Ada' }, input);
  };

  test('are let in up to a limit, which does not affect other networks or this machine', async () => {
    place.identity = createIdentity({ ...place.base, guestLimit: 2 });
    for (const same of ['203.0.113.7', '::ffff:203.0.113.7']) expect(await enter(same)).toHaveProperty('id');
    await expect(enter('203.0.113.7')).rejects.toThrow('TooManyGuests');
    for (const same of ['2001:db8:1::1', '2001:db8:1:0:9::2']) expect(await enter(same)).toHaveProperty('id');
    await expect(enter('2001:0db8:0001:0000::3')).rejects.toThrow('TooManyGuests');
    expect(await enter('2001:db8:2::1')).toHaveProperty('id');
    for (let i = 0; i < 5; i += 1) expect(await enter('127.0.0.1')).toHaveProperty('id');
  });
});
