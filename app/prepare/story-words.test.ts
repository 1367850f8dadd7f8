import { expect, test } from 'vitest';
import { asMarkdown, blankStory, wordsOf } from './story-words';

const story = { ...blankStory(1), title: 'The outage', situation: 'On call.', action: 'I rolled back.' };

test('a list says what a story lacks, and how long it took to tell it', () => {
  expect(wordsOf(blankStory(1))).toBe('not written yet');
  expect(wordsOf(story)).toBe('without task, result');
  const whole = { ...story, task: 'Mine.', result: 'Up again.' };
  expect(wordsOf({ ...whole, toldMs: 150_000 })).toBe('told in 3 minutes');
  expect(wordsOf({ ...whole, toldMs: 260_000 })).toBe('told in 4 minutes, longer than three minutes');
});

test('stories leave as Markdown, without what is not written', () => {
  expect(asMarkdown([story])).toBe('# The outage\n\n**Situation.** On call.\n\n**Action.** I rolled back.');
});
