import type { PackItem, SampleAnswer } from '../protocol/pack';

/**
 * Sample answers to the question that a try-out begins with, cut to what somebody can read in 24 seconds: only the
 * candidate’s own sentences, and what can be heard in those. By question, and by the rating of the whole answer.
 */
export const CUT_ANSWERS: Readonly<Record<string, Readonly<Record<number, CutAnswer>>>> = {
  'two-numbers': {
    2: {
      rating: 2,
      sentences: [
        'OK, so the first thing I would do is two loops.',
        'The outer loop takes a number, the inner loop goes over all the other numbers, and if the sum is the target I return true.',
        'A million numbers, hmm, that is probably slow.',
        'I remember that a hash map is used for this one.',
        'You go through the list and look whether the other number is in there.',
      ],
      heard: [],
      partial: ['two-numbers-p2', 'two-numbers-p3'],
    },
    4: {
      rating: 3,
      sentences: [
        'Can I use the same number twice?',
        "I'll assume no: I need two different positions.",
        'The obvious way is to compare every pair.',
        "That's n squared over two, so about five hundred billion comparisons for a million numbers.",
        'The partner of x is target minus x.',
        "So I keep a set of what I've seen.",
        "For each number I first look for the partner in the set, and if it's there I'm done.",
      ],
      heard: ['two-numbers-p1', 'two-numbers-p2', 'two-numbers-p3'],
      partial: [],
    },
  },
};

interface CutAnswer {
  rating: number;
  sentences: readonly string[];
  heard: readonly string[];
  partial: readonly string[];
}

type Answer = Pick<SampleAnswer, 'rating' | 'text'> & Pick<CutAnswer, 'heard' | 'partial'>;

/** Null for an answer that is not cut. */
export function cutFor({ id }: Pick<PackItem, 'id'>, { rating }: SampleAnswer): Answer | null {
  const cut = CUT_ANSWERS[id]?.[rating];
  return cut ? { ...cut, text: cut.sentences.join(' ') } : null;
}
