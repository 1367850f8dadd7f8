import { expect, test } from 'vitest';
import { readProfile } from './profile';

test('a name that is too long is cut, never through a character', () => {
  expect(readProfile({ name: 'x'.repeat(200) }).name).toBe('x'.repeat(60));
  expect(readProfile({ name: `${'x'.repeat(59)}🦪` }).name).toBe('x'.repeat(59));
});

test('what a provider leaves out, or writes oddly, is null', () => {
  expect(readProfile({ name: 7, email: 'a@b', image: 'http://example.org/me.png' })).toEqual({
    name: null,
    email: null,
    image: null,
  });
});
