import { expect, test } from 'vitest';
import { isOwnOrigin } from './own-origin';

const publicUrl = 'https://panel.example.org';

test.each([
  ['https://panel.example.org', 'panel.example.org'],
  ['https://panel.example.org', 'inside:3000'],
  ['https://by-another-name.example.org', 'by-another-name.example.org'],
])('a request from %s to %s is from one of our pages', (origin, host) =>
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(true),
);

test.each([
  ['http://panel.example.org', 'panel.example.org'],
  ['https://evil.example', 'panel.example.org'],
  ['https://panel.example.org:8443', 'panel.example.org'],
  ['https://panel.example.org.evil.example', 'panel.example.org'],
  ['null', 'panel.example.org'],
  ['', ''],
  ['file://', ''],
])('a request from %s to %s is not', (origin, host) =>
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(false),
);
