import { expect, test } from 'vitest';
import { joinToken } from './join-token';

test.each([
  ['http://localhost:3000/join/aB3_x-9', 'aB3_x-9'],
  ['https://hotseat.example/join/aB3_x-9?utm=1#top', 'aB3_x-9'],
  ['hotseat.example/join/aB3_x-9/', 'aB3_x-9'],
  ['  KFP3-99XW \n', 'KFP3-99XW'],
  ['<https://hotseat.example/join/aB3_x-9>', 'aB3_x-9'],
])('%s is the invite %s', (pasted, token) => expect(joinToken(pasted)).toBe(token));

test.each(['', '   ', 'https://hotseat.example/', 'two words', 'a', '../../etc'])(
  '%j is no invite',
  (pasted) => expect(joinToken(pasted)).toBeNull(),
);
