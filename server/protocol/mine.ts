import { z } from 'zod';
import { find, homeCode } from './code';
import { askId, memberId, noteId, packKey, roundId } from './ids';
import { instant, offset, rating } from './units';
import { decided } from './view-closing';
import { myWarmUp } from './view-warm-up';
import { AUDIENCES, MARKS, NOTE_SHARES, ROLES, STAR_LETTERS, VERDICTS } from './words';

export const myNote = z.strictObject({
  noteId,
  text: z.string(),
  /** Milliseconds into the answer; notes are in this order. */
  atMs: offset,
  share: z.enum(NOTE_SHARES),
  at: instant,
});
export type MyNote = z.infer<typeof myNote>;

export const myAsk = z.strictObject({
  askId,
  ticks: z.record(packKey, z.enum(MARKS)),
  stars: z.partialRecord(z.enum(STAR_LETTERS), offset),
  notes: z.record(noteId, myNote),
  /** Extra finds in a code exercise, in the order of `atMs`. */
  finds: z.record(noteId, find),
  first: z.strictObject({ value: rating }).nullable(),
  second: z.strictObject({ value: rating }).nullable(),
});
export type MyAsk = z.infer<typeof myAsk>;

/** What this person can write for the candidate of this or an earlier round, and what they wrote. */
export const myFeedback = z.strictObject({
  roundId,
  no: z.int(),
  candidate: z.string(),
  published: z.boolean(),
  /** Whether they can write feedback of their own. */
  rates: z.boolean(),
  keepDoing: z.string(),
  workOn: z.string(),
  /** Null for anyone who cannot write one: everybody but the host, the round's candidate, and a host who cannot read another's. */
  summary: z.string().nullable(),
  /** For the host: the name of another host who wrote the summary. */
  summaryBy: z.string().nullable(),
});
export type MyFeedback = z.infer<typeof myFeedback>;

/** A person's own part of the current round: what they wrote, and nothing from anybody else. */
export const mine = z.strictObject({
  memberId,
  name: z.string(),
  role: z.enum(ROLES),
  audience: z.enum(AUDIENCES),
  ready: z.boolean(),
  hand: z.boolean(),
  /** The round in which this person had the hot seat, once it is over. */
  satIn: roundId.nullable(),
  /** The same round, while this person can open its scorecard. */
  scorecardIn: roundId.nullable(),
  /** Whether they count in the ratings and verdicts of this round. */
  rates: z.boolean(),
  /** Whether they joined this round late, so that its verdicts do not wait for them. */
  late: z.boolean(),
  /** Whether they may ask for the host's role back. */
  mayReclaim: z.boolean(),
  /** When the host last changed this person's name; null once they change it themselves. */
  correctedAt: instant.nullable(),
  /** When the host last gave this seat to another browser. */
  givenAt: instant.nullable(),
  /** For a candidate who has still to sit. */
  homeCode,
  /** When their next round is meant to begin; null if nobody said. */
  startsAt: instant.nullable(),
  /** The time that they were told last, if the host took it back or has ended the room. */
  calledOff: instant.nullable(),
  /** Whether they have still to sit, so that they have a page to prepare with. */
  prepares: z.boolean(),
  /** When the lobby opens by itself; null once it is open. */
  opensAt: instant.nullable(),
  /** Null until one has rated a sample. */
  warmUp: myWarmUp,
  asks: z.record(askId, myAsk),
  verdict: z.strictObject({ verdict: z.enum(VERDICTS), rationale: z.string() }).nullable(),
  /** One's verdict from before asking was resumed: it does not count, and can be given again. */
  setAside: z.strictObject({ verdict: z.enum(VERDICTS), rationale: z.string() }).nullable(),
  feedback: z.record(roundId, myFeedback),
  /** What the panel of a led room decided about this round, for everybody on it; null for those who joined after it was over. */
  decision: decided,
  /** Whether they joined the panel after this round was over: its decision is not for them, so they are not told of one. */
  joinedAfter: z.boolean(),
  reflection: z.strictObject({ text: z.string(), shared: z.boolean() }).nullable(),
  selfRatings: z.record(askId, z.strictObject({ value: rating })),
});
export type Mine = z.infer<typeof mine>;
