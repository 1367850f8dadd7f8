import { expect, test } from 'vitest';
import { safeCallback } from './callback-url';

const publicUrl = 'https://hotseat.example';

test.each([
  ['/new', '/new'],
  ['/join/ABCD?x=1#y', '/join/ABCD?x=1#y'],
  ['https://hotseat.example/history', '/history'],
])('%s is kept as %s', (wanted, kept) => expect(safeCallback(wanted, publicUrl)).toBe(kept));

test.each([
  ['https://evil.example/new'],
  ['//evil.example/new'],
  ['/\\evil.example'],
  ['/.//evil.example'],
  ['/x/..//evil.example'],
  ['/%2e//evil.example'],
  ['/.//\\evil.example'],
  ['https://hotseat.example//evil.example'],
  ['javascript:alert(1)'],
  ['/sign-in?callbackUrl=/sign-in'],
  ['/api/auth/signout'],
  [undefined],
  [['/new', '/x']],
])('%s leads home', (wanted) => expect(safeCallback(wanted, publicUrl)).toBe('/'));
