import { expect, test } from 'vitest';
import { pathOf, readInvite, showCode } from './invite-code';

test.each([
  ['ABCDEFGH2345', 'ABCDEFGH2345'],
  ['abcd-efgh-2345', 'ABCDEFGH2345'],
  [' abcd efgh 2345 ', 'ABCDEFGH2345'],
  ['ABCD–EFGH–2345', 'ABCDEFGH2345'],
  ['https://hotseat.example/join/abcd-efgh-2345?x=1', 'ABCDEFGH2345'],
  ['“abcd-efgh-2345”.', 'ABCDEFGH2345'],
  ['<https://hotseat.example/join/abcd-efgh-2345>', 'ABCDEFGH2345'],
  ['https://hotseat.example/join/abcd\u200b-efgh-2345%', 'ABCDEFGH2345'],
  ['https://filter.example/?url=https%3A%2F%2Fhotseat.example%2Fjoin%2Fabcd-efgh-2345&x=%', 'ABCDEFGH2345'],
  ['https://hotseat.example/join/abcd-efgh-2345\nSee you at five', 'ABCDEFGH2345'],
  ['https://hotseat.example/join/abcd-efgh-\r\n2345\r\nSee you', 'ABCDEFGH2345'],
  ['https://hotseat.example/\n/join/abcd-efgh-2345', 'ABCDEFGH2345'],
  ['abcd-efgh-2345\nSee you at five', 'ABCDEFGH2345'],
  ['Join us: http://localhost:3000/join/ABCDEFGH2345', 'ABCDEFGH2345'],
])('%s is read as %s', (text, token) => expect(readInvite(text)).toBe(token));

test.each([['ABCD'], [''], ['https://hotseat.example/'], ['ABCDEFGH23456']])(
  '%s is not an invite',
  (text) => {
    expect(readInvite(text)).toBeNull();
  },
);

test('a code is grouped in fours while it is typed', () => {
  expect(showCode('abc')).toBe('ABC');
  expect(showCode('abcdefgh2345')).toBe('ABCD-EFGH-2345');
});

test('a pasted return link leads back to its seat, as an invite link leads to its room', () => {
  const code = 'ab'.repeat(22);
  expect(pathOf(`My way back: https://hotseat.example/return/${code}).`)).toBe(`/return/${code}`);
  expect(pathOf(`https://hotseat.example/return/\u200b${code}%`)).toBe(`/return/${code}`);
  expect(pathOf('https://hotseat.example/join/abcd-efgh-2345')).toBe('/join/ABCDEFGH2345');
  expect(pathOf('abcd-efgh-2345')).toBe('/join/ABCDEFGH2345');
  expect(pathOf('https://hotseat.example/')).toBeNull();
});
