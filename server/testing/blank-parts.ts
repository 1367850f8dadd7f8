import type { Exercise, Question } from '../protocol/pack';

/** What a question of a test has no need of. */
export const BLANK_QUESTION = {
  code: null,
  answer: null,
  classic: false,
  facts: [],
  milestones: [],
  samples: [],
  tags: [],
  notWith: [],
} satisfies Partial<Question>;

/** What an exercise of a test has no need of. */
export const BLANK_EXERCISE = {
  afterHint: null,
  checks: null,
  samples: [],
  tags: [],
  notWith: [],
} satisfies Partial<Exercise>;
