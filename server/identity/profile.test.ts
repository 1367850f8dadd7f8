import { expect, test } from 'vitest';
import { readProfile } from './profile';

test('a name that is too long is cut, but never within a character', () => {
  expect(readProfile({ name: 'x'.repeat(200) }).name).toBe('x'.repeat(60));
  expect(readProfile({ name: `${'x'.repeat(59)}🦪` }).name).toBe('x'.repeat(59));
});

test('a missing or odd field from a provider is null', () => {
  expect(readProfile({ name: 7, email: 'a@b', image: 'http://example.org/me.png' })).toEqual({
    name: null,
    email: null,
    image: null,
  });
});
