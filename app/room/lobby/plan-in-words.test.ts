import { describe, expect, test } from 'vitest';
import { countInWords, timeInWords, turnInWords } from './plan-in-words';

const led = { format: 'led', plannedAsks: 10, plannedExercises: 0, targetSeconds: 180 } as const;
const peer = { ...led, format: 'peer', plannedAsks: 9 } as const;

describe('the person in the hot seat is told', () => {
  test('how many questions there are', () => {
    expect(countInWords(led)).toBe('10 questions');
    expect(countInWords({ ...led, plannedAsks: 1 })).toBe('1 question');
    expect(countInWords(peer)).toBe('up to 9 questions');
  });
  test('the time for an answer, and that code takes longer, even if there is none', () => {
    expect(timeInWords(led)).toBe(
      'About 3 minutes for each answer, so about 30 minutes, or longer if there is a code exercise.',
    );
  });
  test('peers are told how much code there is, if their plan has a place for it', () => {
    const coding = { ...peer, plannedExercises: 1 };
    expect(timeInWords(peer)).toBe('About 3 minutes for each answer, so up to 27 minutes a turn.');
    expect(countInWords(coding)).toBe('up to 8 questions and 1 code exercise');
    expect(timeInWords(coding)).toBe(
      'About 3 minutes for each answer, so up to 24 minutes a turn plus the code exercise.',
    );
    expect(turnInWords({ ...peer, plannedExercises: 2 })).toBe(
      'Up to 7 questions and 2 code exercises for each person, up to 21 minutes a turn plus the code exercises.',
    );
  });
  test.each([led, peer])('no number if each question has its own time, $format', (planned) => {
    expect(timeInWords({ ...planned, targetSeconds: null })).toBe(
      'Each question has its own time, and you see how much of it is left.',
    );
  });
});

test('a host who plans for peers is told the length of a turn, if there is one time for all answers', () => {
  expect(turnInWords(peer)).toBe('Up to 9 questions for each person, up to 27 minutes a turn.');
  expect(turnInWords({ ...peer, targetSeconds: null })).toBe(
    'Up to 9 questions for each person, each with its own time.',
  );
});
