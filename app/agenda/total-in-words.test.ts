import { expect, test } from 'vitest';
import type { OutlineItem } from '@/server/protocol/outline';
import { ledTotal, peerTotal } from './total-in-words';

const item = (kind: OutlineItem['kind'], targetSeconds: number | null): OutlineItem => ({
  id: 'one',
  kind,
  groupId: null,
  label: 'One',
  level: null,
  notWith: [],
  targetSeconds,
});

test('a led agenda counts an exercise by its own time, not the room’s', () => {
  const nine = Array.from({ length: 9 }, () => item('question', 240));
  expect(ledTotal([...nine, item('exercise', 720)], 180)).toBe('10 questions, about 39 minutes');
  expect(ledTotal(nine, null)).toBe('9 questions, about 36 minutes');
});

test('a rotation has no total while each question has its own time, since nobody knows the questions', () => {
  expect(peerTotal(9, 180)).toBe('9 questions each, about 27 minutes per person');
  expect(peerTotal(9, null)).toBe('9 questions each, with a time of their own');
});
