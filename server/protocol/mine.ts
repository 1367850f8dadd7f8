import { z } from 'zod';
import { askId, memberId, noteId, packKey, roundId } from './ids';
import { instant, offset, rating } from './units';
import { AUDIENCES, MARKS, ROLES, STAR_LETTERS, VERDICTS } from './words';

export const myNote = z.strictObject({
  noteId,
  text: z.string(),
  /** Into the answer: gives the order. */
  atMs: offset,
  shared: z.boolean(),
  at: instant,
});
export type MyNote = z.infer<typeof myNote>;

export const myAsk = z.strictObject({
  askId,
  ticks: z.record(packKey, z.enum(MARKS)),
  stars: z.partialRecord(z.enum(STAR_LETTERS), offset),
  notes: z.record(noteId, myNote),
  first: z.strictObject({ value: rating }).nullable(),
  second: z.strictObject({ value: rating }).nullable(),
});
export type MyAsk = z.infer<typeof myAsk>;

/** A person's own part of the current round: what they wrote, and nothing of anybody else. */
export const mine = z.strictObject({
  memberId,
  name: z.string(),
  role: z.enum(ROLES),
  audience: z.enum(AUDIENCES),
  ready: z.boolean(),
  hand: z.boolean(),
  /** The published round in which this person had the hot seat. */
  satIn: roundId.nullable(),
  /** Counts in ratings and verdicts of this round. */
  rates: z.boolean(),
  /** Joined this round late, and is not waited for in its verdicts. */
  late: z.boolean(),
  /** May ask for the host's role back. */
  mayReclaim: z.boolean(),
  asks: z.record(askId, myAsk),
  verdict: z.strictObject({ verdict: z.enum(VERDICTS), rationale: z.string() }).nullable(),
  reflection: z.strictObject({ text: z.string(), shared: z.boolean() }).nullable(),
  selfRatings: z.record(askId, z.strictObject({ value: rating })),
});
export type Mine = z.infer<typeof mine>;
