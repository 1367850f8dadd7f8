import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { areSingleKeysOn, turnSingleKeys } from './single-keys';

const blocked = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

beforeEach(() => vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked }));
afterEach(() => vi.unstubAllGlobals());

test('where the browser stores nothing, the switch for single keys still works on this page', () => {
  expect(areSingleKeysOn()).toBe(true);
  turnSingleKeys(false);
  expect(areSingleKeysOn()).toBe(false);
  turnSingleKeys(true);
  expect(areSingleKeysOn()).toBe(true);
});
