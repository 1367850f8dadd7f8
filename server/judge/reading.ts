import { z } from 'zod';
import type { NoOpinion, Opinion } from '../protocol/opinion';
import type { PackItem } from '../protocol/pack';
import { MARKS, type Mark } from '../protocol/words';

/** From what a model wrote to what may be shown: nothing of it is believed that the answer itself does not bear. */

const LONG = 600;

/** As models write it: fields may be missing, numbers may be text, and there may be more. */
const written = z.object({
  marks: z
    .array(
      z.object({
        pointId: z.string(),
        mark: z.enum(MARKS),
        quote: z.string().nullish(),
      }),
    )
    .max(60),
  rating: z.coerce.number().int().min(1).max(5).nullish().catch(null),
  why: z.string().nullish().catch(null),
  followUp: z.string().nullish().catch(null),
});

/**
 * Somebody, or something that they read out, speaks to the judge instead of answering. Answers speak of rules, of previous
 * values and of five retries too, so a word alone is not enough: what is asked for must be a rating.
 */
const TO_THE_JUDGE = [
  /\b(?:ignore|disregard|forget)\b[^.?!]{0,40}\b(?:instructions?|rules above)\b/i,
  /\b(?:ignore|disregard|forget)\b[^.?!]{0,40}\b(?:above|previous|prompt|rules)\b[^.?!]{0,60}\b(?:rating|score)\b/i,
  /\b(?:rate|score)\s+(?:me|this answer|my answer)\b[^.?!]{0,30}\b(?:5|five|full marks|top|highest|maximum)\b/i,
  /\b(?:give|award|grant)\s+(?:me|this|my answer)\b[^.?!]{0,30}\b(?:full marks|(?:5|five|top|highest|maximum)\b[^.?!]{0,15}\b(?:rating|score)|(?:rating|score)\b[^.?!]{0,15}\b(?:5|five))\b/i,
  // A 5 of nothing.
  /\b(?:give|award|grant)\s+(?:me|this answer|my answer)\s+an?\s+(?:5|five)\s*(?:[.,;:?!]|$)/i,
  /\bsystem prompt\b/i,
  /\bas an? (?:ai|language model)\b/i,
];

export function speaksToTheJudge(transcript: string): boolean {
  return TO_THE_JUDGE.some((words) => words.test(transcript));
}

/** Spaces, quotes and case are told apart by no listener. */
const plain = (text: string) =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

/** Fewer words prove nothing. */
const QUOTE_WORDS = 3;

/** An opinion, or why there is none. */
export function readOpinion(
  text: string,
  { points }: Pick<PackItem, 'points'>,
  transcript: string,
): Opinion | NoOpinion {
  const given = written.safeParse(jsonIn(text));
  if (!given.success) return 'no-sense';
  const said = plain(transcript);
  const isSaid = (quote: string) =>
    plain(quote).split(' ').length >= QUOTE_WORDS && said.includes(plain(quote));
  const marks = points.flatMap(({ id }): Opinion['marks'] => {
    const one = given.data.marks.find(({ pointId }) => pointId === id);
    if (!one) return [];
    const quote = one.mark !== 'missed' && one.quote && isSaid(one.quote) ? one.quote.trim() : null;
    // Without the words themselves nothing was heard; whether it was missed is not proved either.
    if (quote === null && one.mark !== 'missed') return [];
    return [{ pointId: id, mark: one.mark, quote }];
  });
  if (points.length > 0 && marks.length === 0) return 'no-sense';
  const { rating, why, followUp } = given.data;
  return {
    marks,
    rating: rating != null && bears(marks, points.length, rating) ? rating : null,
    why: shortened(why),
    followUp: shortened(followUp),
  };
}

/** A rating of 4 or 5 takes evidence for a half of the key points, 3 takes some. */
function bears(marks: readonly { mark: Mark }[], points: number, rating: number): boolean {
  const shown = marks.filter(({ mark }) => mark !== 'missed').length;
  if (points === 0 || rating <= 2) return true;
  return rating === 3 ? shown > 0 : shown * 2 >= points;
}

function shortened(text: string | null | undefined): string | null {
  const short = text?.trim().slice(0, LONG);
  return short ? short : null;
}

/** The first object in a text: models write around it, or fence it. */
function jsonIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from === -1 || to < from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}
