import { expect, test } from 'vitest';
import { readToken } from './invite-token';

const TOKEN = '0123456789AB';

test.each([
  ['0123456789AB'],
  ['0123-4567-89ab'],
  [' o123 4567 89ab '],
  ['ol23-4567-89ab'],
  ['http://localhost:3000/join/0123-4567-89AB'],
  ['https://panel.example/join/0123456789ab?utm_source=mail'],
  ['panel.example/join/0123-4567-89AB/'],
  ['https://panel.example/join/0123-4567-89AB#top'],
])('"%s" is an invite’s code or its link', (typed) => {
  expect(readToken(typed)).toBe(TOKEN);
});

test.each([
  [''],
  ['0123'],
  ['0123-4567-89ABC'],
  ['0123-4567-89AU'],
  ['https://panel.example/join/'],
  ['https://panel.example/room/0123-4567-89AB'],
])('"%s" is neither', (typed) => {
  expect(readToken(typed)).toBeNull();
});
