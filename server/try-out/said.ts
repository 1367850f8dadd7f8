import type { PackItem } from '../protocol/pack';
import { answerTo, chanceOf, type Hearing, heardIn } from './answers';
import { cutFor } from './cut-answers';

/** How fast simulated candidates talk, in words a minute; and whether the first answer of a round is cut. */
export interface Pace {
  wordsPerMinute: number;
  cutsFirst: boolean;
}

/** The speed of a relaxed speaker. The first answer is cut so that a reveal happens within the first minute. */
export const LIVELY: Pace = { wordsPerMinute: 180, cutsFirst: true };

/** What a simulated candidate says to a question. */
export interface Said {
  text: string;
  /** How long it takes to say it. */
  seconds: number;
  /** What there is to hear in it; null where the pack has no sample answer. */
  heard: Hearing | null;
}

/** Said where the pack has no sample answer. It says nothing about the question, so that nobody takes it for an answer. */
const WITHOUT_A_SAMPLE = [
  'I would begin by asking what matters most here. Then I would take the simplest thing that works, and look at what it costs. I have done something like it once, and our first version was too clever. We went back, measured, and kept the part that we could explain. I would do it in that order again.',
  'Let me think of a real case. We had a week, and two ways to go. I wrote down what each would cost us later, and we took the one that we could undo. It was slower at first. In the end it paid off, because the plan changed twice. What I would do differently is to say so earlier.',
];

/** The same for the same seed. `isFirst`: it is the first question of the round. */
export function saidTo(
  item: PackItem,
  { seed, isFirst, pace }: { seed: number; isFirst: boolean; pace: Pace },
): Said {
  const sample = answerTo(item, seed);
  const answer = sample && ((isFirst && pace.cutsFirst && cutFor(item, sample)) || sample);
  const text = answer?.text ?? chanceOf(seed, item.id).pick(WITHOUT_A_SAMPLE);
  const seconds = (text.split(/\s+/).length / pace.wordsPerMinute) * 60;
  return { text, seconds, heard: answer && heardIn(answer) };
}
