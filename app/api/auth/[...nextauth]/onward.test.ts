import { expect, test } from 'vitest';
import { onward, saysWhy } from './onward';

const sentTo = (location: string) => new Response(null, { status: 302, headers: { location } });
const lost = (target: URL) => saysWhy(target, '1a2b3c4d');
const fine = (target: URL) => saysWhy(target, null);

test('an error on the way to the sign-in page keeps its reference', async () => {
  const response = await onward(sentTo('https://hotseat.example/api/auth/error?error=OAuthSignin'), lost);
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(
    'https://hotseat.example/api/auth/error?error=OAuthSignin.1a2b3c4d',
  );
});

test('a script is told the same, and cookies stay on the answer', async () => {
  const headers = new Headers({ 'content-type': 'application/json' });
  headers.append('set-cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  const said = new Response(JSON.stringify({ url: '/api/auth/error?error=Callback' }), { headers });
  const response = await onward(said, lost);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.json()).toEqual({ url: '/api/auth/error?error=Callback.1a2b3c4d' });
});

test('a form without its cookie means that cookies are blocked', async () => {
  const response = await onward(sentTo('/api/auth/signin?csrf=true'), fine);
  expect(response.headers.get('location')).toBe('/api/auth/signin?error=CookiesBlocked');
});

test.each(['/sign-in', 'https://issuer.example/authorize?state=%2B+x', '/api/auth/callback/oidc?code=a%20b'])(
  '%s is left as it is',
  async (location) => {
    expect((await onward(sentTo(location), fine)).headers.get('location')).toBe(location);
  },
);

test('an answer without an address stays as it is', async () => {
  expect(await (await onward(Response.json({ csrfToken: 'x' }), lost)).json()).toEqual({ csrfToken: 'x' });
  expect(await (await onward(new Response('a page'), lost)).text()).toBe('a page');
});
