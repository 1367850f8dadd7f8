import { expect, test } from 'vitest';
import { REJECTIONS, type RejectionCode } from '@/server/protocol/rejections';
import { troubleOf } from './trouble';

const failure = (code: RejectionCode, message: string = REJECTIONS[code]) =>
  ({ ok: false, code, message }) as const;

test('one lost request is not worth a word, and two say that the panel comes back', () => {
  expect(troubleOf(failure('unavailable'), 1)).toEqual({ words: null, passes: true });
  expect(troubleOf(failure('unavailable'), 2)).toEqual({
    words: expect.stringContaining('comes back automatically'),
    passes: true,
  });
});

test('a panel that cannot be played now says why, at once', () => {
  const why = 'Your panel is in another room that you have open.';
  expect(troubleOf(failure('slow-down', why), 1)).toEqual({ words: why, passes: true });
});

test('a room that was deleted and a session that ran out do not come back, and nobody is told that they do', () => {
  expect(troubleOf(failure('not-found'), 1)).toEqual({
    words: expect.stringContaining('has been deleted'),
    passes: false,
  });
  const signedOut = 'You are signed out. Sign in, then try again.';
  expect(troubleOf(failure('not-allowed', signedOut), 1)).toEqual({ words: signedOut, passes: false });
});
