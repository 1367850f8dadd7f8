import { expect, test } from 'vitest';
import { networkUrls, openedAt } from './listen';

const local = 'http://localhost:3000';

test.each([
  ['192.168.1.5:3000', 'http://192.168.1.5:3000'],
  ['laptop.local:3000', 'http://laptop.local:3000'],
  ['[fe80::1]:3000', 'http://[fe80::1]:3000'],
  ['LAPTOP', 'http://laptop'],
  [null, local],
  ['', local],
  ['evil.example/path', local],
  ['a b', local],
  ['user@evil.example', local],
  ['evil.example:123456', local],
])('without PUBLIC_URL, somebody who asked for %j gets links to %s', (asked, url) =>
  expect(openedAt(asked, { configured: null, local })).toBe(url),
);

test('with PUBLIC_URL all links lead there', () => {
  const configured = 'https://panel.example.org';
  expect(openedAt('192.168.1.5:3000', { configured, local })).toBe(configured);
});

test('a server that listens on all addresses names those that other devices reach', () => {
  const one = (address: string, internal: boolean, family: 'IPv4' | 'IPv6') =>
    ({ address, internal, family, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never;
  const interfaces = {
    lo: [one('127.0.0.1', true, 'IPv4')],
    wlan0: [one('192.168.1.5', false, 'IPv4'), one('fe80::1', false, 'IPv6')],
  };
  expect(networkUrls('0.0.0.0', 3000, interfaces)).toEqual(['http://192.168.1.5:3000']);
  expect(networkUrls('127.0.0.1', 3000, interfaces)).toEqual([]);
});
