import { expect, test } from 'vitest';
import { isAllowedAddress } from './allowed-address';

const DOMAINS = ['example.org', 'example.com'];

test.each([
  ['ada@example.org', true],
  ['ada@EXAMPLE.com', true],
  ['"a@b"@example.org', 'true'],
])('%s may sign in where its domain is allowed', (email, verified) => {
  expect(isAllowedAddress(DOMAINS, { email, verified })).toBe(true);
});

test.each([
  ['ada@sub.example.org', true],
  ['ada@example.org.evil.net', true],
  ['ada@example.org', undefined],
  ['ada@example.org', false],
  ['ada@example.org', 'false'],
  ['example.net', true],
  ['', true],
  [undefined, true],
])('%s may not', (email, verified) => {
  expect(isAllowedAddress(DOMAINS, { email, verified })).toBe(false);
});

test('without a list everybody may, also without an address', () => {
  expect(isAllowedAddress([], { email: undefined, verified: undefined })).toBe(true);
});
