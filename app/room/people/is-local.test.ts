import { expect, test } from 'vitest';
import { isLocal } from './is-local';

test.each([
  ['http://localhost:3000/join/A', true],
  ['http://127.0.0.1:3000/join/A', true],
  ['http://[::1]:3000/join/A', true],
  ['http://192.168.1.5:3000/join/A', false],
  ['http://127.0.0.1.example/join/A', false],
  ['https://panel.example.org/join/A', false],
])('%s leads to the computer on which it is opened: %s', (url, local) => expect(isLocal(url)).toBe(local));
