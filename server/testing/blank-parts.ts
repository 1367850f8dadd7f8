import type { Exercise, Question } from '../protocol/pack';

/** Fields of a question that tests do not need. */
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

/** Fields of an exercise that tests do not need. */
export const BLANK_EXERCISE = {
  afterHint: null,
  checks: null,
  samples: [],
  tags: [],
  notWith: [],
} satisfies Partial<Exercise>;
