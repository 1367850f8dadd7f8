import { describe, expect, test } from 'vitest';
import type { Exercise, Question } from '../protocol/pack';
import { alike } from '../testing/likeness';
import { EXERCISES, QUESTIONS } from '../testing/shipped-packs';

/** What is compared, and the share of words above which two of them are one. Reworded copies share .35 to .6.
 *  A copy in wholly other words needs a reader. */
const KINDS = [
  { what: 'prompts', limit: 0.33, of: (item: Item) => [item.prompt] },
  { what: 'key points', limit: 0.33, of: (item: Item) => item.points.map(sayPoint) },
  {
    what: 'questions',
    limit: 0.28,
    of: (item: Item) => [[item.prompt, ...item.points.map(sayPoint)].join(' ')],
  },
];
type Item = Pick<Question | Exercise, 'prompt' | 'points'>;

describe('no two items are the same, in any pack', () => {
  const asked: Item[] = QUESTIONS.map(({ item }) => item);

  test.each(KINDS)('$what', ({ limit, of }) => {
    expect(alike(asked.flatMap(of), limit)).toEqual([]);
  });

  // Their issues may be alike: the same flaw in another language.
  test('the tasks of exercises', () => {
    const tasks = EXERCISES.map(({ item }) => item.prompt);
    expect(alike(tasks, 0.33)).toEqual([]);
  });

  test.each(KINDS)('a reworded copy would be found by its $what', ({ limit, of }) => {
    const copy: Item = {
      prompt:
        'Your biggest customer wants an approval flow that nobody else needs, before the quarter ends. How would you react?',
      points: [
        {
          id: 'copy',
          text: 'Prices the upkeep, not only making it.',
          context:
            'A special case doubles the states to test, is met at each later change and outlives whoever asked for it; other customers pay for it in slowness.',
        },
        {
          id: 'other',
          text: 'Prefers a setting that is useful to others, or a plug-in, over branching on the customer.',
          context: 'With a webhook they run their own flow; a branch on an id can be neither sold nor found.',
        },
      ],
    };
    expect(alike([...asked, copy].flatMap(of), limit)).not.toEqual([]);
  });
});

function sayPoint({ text, context }: Item['points'][number]): string {
  return `${text} ${context ?? ''}`;
}
