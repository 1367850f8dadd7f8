import { expect, test } from 'vitest';
import { signInProblem } from './sign-in-problem';

test('no error, no words', () => {
  expect(signInProblem(undefined)).toBeNull();
  expect(signInProblem('SessionRequired')).toBeNull();
});

test('an error in the log is shown with its reference', () => {
  expect(signInProblem('OAuthSignin.1a2b3c4d')).toMatch(/could not be reached.* Reference 1a2b3c4d\.$/);
});

test.each([
  'connect ECONNREFUSED 127.0.0.1:5432',
  'constructor',
  'Callback.<b>bold</b>',
  '',
  ['OAuthSignin', 'x'],
])('no part of %j is repeated', (error) => {
  expect(signInProblem(error)).toBe(signInProblem('Default'));
});

test('the message about blocked cookies says what to do', () => {
  expect(signInProblem('CookiesBlocked')).toContain('Allow cookies for this site');
});
