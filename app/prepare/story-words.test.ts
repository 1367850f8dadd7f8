import { expect, test } from 'vitest';
import { storyText } from '@/server/protocol/story';
import { asMarkdown, blankStory, isTooLong, wordsOf } from './story-words';

const story = { ...blankStory(1), title: 'The outage', situation: 'On call.', action: 'I rolled back.' };

test('a list says what a story lacks, and how long it took to tell it', () => {
  expect(wordsOf(blankStory(1))).toBe('not written yet');
  expect(wordsOf(story)).toBe('without task, result');
  const whole = { ...story, task: 'Mine.', result: 'Up again.' };
  expect(wordsOf({ ...whole, toldMs: 150_000 })).toBe('told in 2:30');
  expect(wordsOf({ ...whole, toldMs: 185_000 })).toBe('told in 3:05, longer than three minutes');
});

test('stories leave as Markdown, without what is not written', () => {
  expect(asMarkdown([story])).toBe('# The outage\n\n**Situation.** On call.\n\n**Action.** I rolled back.');
});

test('a story is saved up to its limits, and a longer one waits until it is shortened', () => {
  const full = { ...story, title: 't'.repeat(120), result: 'r'.repeat(2_000) };
  expect(isTooLong(full)).toBe(false);
  expect(storyText.safeParse(full).success).toBe(true);
  for (const longer of [
    { ...full, title: `${full.title}t` },
    { ...full, result: `${full.result}r` },
  ]) {
    expect(isTooLong(longer)).toBe(true);
    expect(storyText.safeParse(longer).success).toBe(false);
  }
});
