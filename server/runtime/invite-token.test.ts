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
  ['https://panel.example/join/0123-4567-89AB.'],
  ['(https://panel.example/join/0123-4567-89AB)'],
  ['<https://panel.example/join/0123-4567-89AB>'],
  ['“https://panel.example/join/0123-4567-89AB”,'],
  ['0123-4567-89AB%'],
  ['https://panel.example/join/0123-4567-89AB%'],
  ['https://panel.example/join/0123\u200b-4567\u2011-89AB\ufeff'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpanel.example%2Fjoin%2F0123-4567-89AB&data=05%7C01',
  ],
  ['https://www.google.com/url?q=https://panel.example/join/0123-4567-89AB&sa=D'],
  ['https://filter.example/v2?u=https%253A%252F%252Fpanel.example%252Fjoin%252F0123-4567-89AB'],
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
