import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, stampAddress } from './client-address';

function addressSeen(proxies: number, headers: Record<string, string>): string {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  stampAddress(request, proxies);
  return addressOf(new Headers({ 'x-hotseat-address': String(request.headers['x-hotseat-address']) }));
}

test('without a proxy nothing counts that the client says about its address', () => {
  expect(addressSeen(0, { 'x-forwarded-for': '10.0.0.1', 'x-hotseat-address': '10.0.0.2' })).toBe('');
});

test('behind proxies the entry of the outermost one counts, not those that the client put before it', () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.1' };
  expect(addressSeen(1, headers)).toBe('10.0.0.1');
  expect(addressSeen(2, headers)).toBe('203.0.113.7');
});

test('a request that bypassed the proxies has the address of its socket', () => {
  expect(addressSeen(2, { 'x-forwarded-for': '6.6.6.6' })).toBe('');
});
