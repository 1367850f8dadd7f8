import { expect, test } from 'vitest';
import { readersInWords } from './readers-in-words';

const live = { revealed: false, isLast: false };

test('a note says who reads it, and when', () => {
  expect(readersInWords('none', live)).toBeNull();
  expect(readersInWords('panel', live)).toBe('panel, at the reveal');
  expect(readersInWords('candidate', live)).toBe('panel, at the reveal, and candidate if published');
  expect(readersInWords('panel', { revealed: true, isLast: true })).toBe('panel');
});

test('a shared note on a question that was never revealed says that nobody else reads it', () => {
  for (const share of ['panel', 'candidate'] as const)
    expect(readersInWords(share, { revealed: false, isLast: true })).toMatch(/^only you/);
});
