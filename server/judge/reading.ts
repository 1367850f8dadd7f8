import { z } from 'zod';
import type { NoOpinion, Opinion } from '../protocol/opinion';
import type { PackItem } from '../protocol/pack';
import { MARKS, type Mark } from '../protocol/words';
import { pointsOf } from './question';

/** From what a model wrote to what may be shown: nothing of it is believed that the answer itself does not bear. */

const LONG = 600;

/** As models write it: fields may be missing, numbers may be text, and there may be more. */
const written = z.object({
  marks: z.array(z.unknown()).max(60),
  rating: z.coerce.number().int().min(1).max(5).nullish().catch(null),
  why: z.string().nullish().catch(null),
  followUp: z.string().nullish().catch(null),
});
const writtenMark = z.object({ pointId: z.string(), mark: z.enum(MARKS), quote: z.string().nullish() });

const RATING = '(?:rating|score|marks?|grade|points?)';
/** A 5 of nothing: not of retries, nor of seconds. */
const FIVE = `(?:5|five)(?=\\s*(?:[.,;:?!]|$|\\b(?:please|because|for|and|as|since|now|out of|${RATING})\\b))`;
const ME = '(?:me|this|(?:this|my) answer)';

/**
 * Somebody, or something that they read out, speaks to the judge instead of answering. Answers speak of rules, of prompts and
 * of five retries too, so this rejects no answer: what it finds proves nothing, and the rating of such a text is not shown.
 */
const TO_THE_JUDGE = [
  '\\b(?:ignore|disregard|forget)\\b[^.?!]{0,20}\\b(?:previous|prior|earlier|above|all|your)\\b[^.?!]{0,20}\\binstructions?\\b',
  '\\b(?:ignore|disregard|forget)\\b[^.?!]{0,40}\\b(?:instructions?|rules) above\\b',
  `\\b(?:ignore|disregard|forget)\\b[^.?!]{0,40}\\b(?:above|previous|prompt|rules)\\b[^.?!]{0,60}\\b(?:rating|score)\\b`,
  '\\b(?:rate|score)\\s+(?:me|(?:this|my) answer)\\b[^.?!]{0,30}\\b(?:5|five|full marks|top|highest|maximum)\\b',
  `\\b(?:rate|score)\\s+this\\s+(?:as\\s+)?(?:an?\\s+)?${FIVE}`,
  `\\b(?:give|award|grant)\\s+${ME}\\s+(?:an?|the)\\s+${FIVE}`,
  `\\b(?:give|award|grant)\\s+${ME}\\b[^.?!]{0,30}\\b(?:full marks|(?:top|highest|maximum)\\b[^.?!]{0,15}\\b${RATING}|(?:rating|score)\\b[^.?!]{0,15}\\b(?:5|five))\\b`,
  '\\b(?:output|answer with|return|print|write)\\b[^.?!]{0,20}\\b(?:rating|score)\\b[^.?!]{0,10}\\b(?:5|five)\\b',
  '\\b(?:print|show|reveal|repeat|output)\\b[^.?!]{0,10}\\byour\\b[^.?!]{0,10}\\bprompt\\b',
  '\\bas an? (?:ai|language model),? you\\b',
].map((words) => new RegExp(words, 'gi'));

/** What of a text speaks to the judge; empty for an answer. */
export function toTheJudge(transcript: string): string[] {
  return TO_THE_JUDGE.flatMap((words) => transcript.match(words) ?? []);
}

/** Spaces, quotes and case are told apart by no listener. */
const plain = (text: string) =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

/** Fewer words prove nothing. */
const QUOTE_WORDS = 3;

/** An opinion, or why there is none. */
export function readOpinion(text: string, item: PackItem, transcript: string): Opinion | NoOpinion {
  const points = pointsOf(item);
  const given = writtenIn(text);
  if (!given) return 'no-sense';
  const found = given.marks.flatMap((mark) => writtenMark.safeParse(mark).data ?? []);
  const asked = toTheJudge(transcript);
  const proof = evidence(transcript, asked);
  const marks = points.flatMap(({ id }): Opinion['marks'] => {
    const one = found.find(({ pointId }) => pointId === id);
    if (!one) return [];
    const quote = one.mark !== 'missed' && one.quote && proof(one.quote) ? one.quote.trim() : null;
    // Without the words themselves nothing was heard; whether it was missed is not proved either.
    if (quote === null && one.mark !== 'missed') return [];
    return [{ pointId: id, mark: one.mark, quote }];
  });
  if (marks.length === 0) return 'no-sense';
  const { rating, why, followUp } = given;
  const isBorne = rating != null && asked.length === 0 && bears(marks, item.points.length, rating);
  return {
    marks,
    rating: isBorne ? rating : null,
    why: shortened(why),
    followUp: shortened(followUp),
    spokenTo: asked.length > 0,
  };
}

/**
 * Whether a quote proves something: it was said, not to the judge, and no other point has it. A model that was talked round
 * would prove all of them by one.
 */
function evidence(transcript: string, asked: readonly string[]): (quote: string) => boolean {
  const said = plain(transcript);
  const taken = asked.map(plain);
  return (quote) => {
    const words = plain(quote);
    if (words.split(' ').length < QUOTE_WORDS || !said.includes(words)) return false;
    if (taken.some((other) => other.includes(words) || words.includes(other))) return false;
    taken.push(words);
    return true;
  };
}

/** A rating of 4 or 5 takes evidence for a half of the key points, 3 takes some; without key points, any rating does. */
function bears(marks: readonly { mark: Mark }[], points: number, rating: number): boolean {
  const shown = marks.filter(({ mark }) => mark !== 'missed').length;
  if (points > 0 && rating <= 2) return true;
  return rating === 3 || points === 0 ? shown > 0 : shown * 2 >= points;
}

function shortened(text: string | null | undefined): string | null {
  const short = text?.trim().slice(0, LONG);
  return short ? short : null;
}

/** Beginnings of objects that are tried: a model that writes more of them says nothing. */
const TRIES = 100;

/** The last object in a text that is an opinion: models write before and after it, fence it, or think aloud. */
function writtenIn(text: string): z.infer<typeof written> | null {
  const spoken = text.replace(/<think>[\s\S]*?<\/think>/g, '');
  let last: z.infer<typeof written> | null = null;
  let from = spoken.indexOf('{');
  for (let tried = 0; from !== -1 && tried < TRIES; tried += 1) {
    const to = endOfObject(spoken, from);
    const read = to === null ? null : written.safeParse(jsonOf(spoken.slice(from, to)));
    if (read?.success) last = read.data;
    from = spoken.indexOf('{', read?.success && to !== null ? to : from + 1);
  }
  return last;
}

/** Where the object that begins here is over; null if it never is. */
function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let isText = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (isText && letter === '\\') at += 1;
    else if (letter === '"') isText = !isText;
    else if (!isText && letter === '{') depth += 1;
    else if (!isText && letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** Null for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
