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
  const nine = Array.from({ length: 9 }, () => ({ groupId: null }));
  expect(peerTotal(nine, 180)).toBe('9 questions each, about 27 minutes per person');
  expect(peerTotal(nine, null)).toBe('9 questions each, with a time of their own');
});

test('the time of a rotation’s code exercises is not known before they are dealt', () => {
  const code = { groupId: null, kind: 'exercise' as const };
  const questions = [{ groupId: 'a' }, { groupId: null }];
  expect(peerTotal([...questions, code], 180)).toBe(
    '2 questions and 1 code exercise each, about 6 minutes per person plus the code',
  );
  expect(peerTotal([...questions, code, code], null)).toBe(
    '2 questions and 2 code exercises each, with a time of their own',
  );
  expect(peerTotal([code], 180)).toBe('1 code exercise each, with a time of their own');
});
