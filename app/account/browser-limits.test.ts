import { expect, test } from 'vitest';
import { isElsewhere, isInsecure, secureAddress } from './browser-limits';

test('only an https deployment that is opened over http counts as insecure', () => {
  expect(isInsecure('http:', 'https://panel.example')).toBe(true);
  expect(isInsecure('https:', 'https://panel.example')).toBe(false);
  expect(isInsecure('http:', 'http://localhost:3000')).toBe(false);
  expect(isInsecure('https:', 'http://localhost:3000')).toBe(false);
});

test('an https page of a deployment that knows of no https address is elsewhere', () => {
  expect(isElsewhere('https:', 'http://localhost:3000')).toBe(true);
  expect(isElsewhere('https:', 'https://panel.example')).toBe(false);
  expect(isElsewhere('http:', 'http://localhost:3000')).toBe(false);
});

test.each([
  ['http://panel.example/join/ABCD?x=1#y', 'https://panel.example/join/ABCD?x=1#y'],
  ['http://192.168.0.7:3000/', 'https://panel.example/'],
  ['http://192.168.0.7:3000//evil.example/x', 'https://panel.example//evil.example/x'],
])('%s is at %s', (here, there) => expect(secureAddress('https://panel.example', new URL(here))).toBe(there));
