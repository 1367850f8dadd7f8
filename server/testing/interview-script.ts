import { type Mark, type NoteShare, STAR_LETTERS } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';

/** One event with its time and author. */
export interface Step {
  at: number;
  by: string | null;
  event: RoomEvent;
}

/** The people, by member id. */
export const priya = 'mb_priya0000000';
export const marcus = 'mb_marcus000000';
export const aiko = 'mb_aiko00000000';
export const sam = 'mb_sam000000000';
export const lena = 'mb_lena00000000';
/** As long as the ids of real rounds. */
export const ROUND = 'r418207365';
export const NAMES: Record<string, string> = {
  [priya]: 'Priya Nair',
  [marcus]: 'Marcus Weber',
  [aiko]: 'Aiko Mori',
  [sam]: 'Sam Osei',
  [lena]: 'Lena Fischer',
};
export const principalOf = (memberId: string) => memberId.replace('mb_', 'pr_').padEnd(19, '0');

/** Writes a log in which each step is a little later than the one before. */
export class Script {
  readonly steps: Step[] = [];
  now: number;

  constructor(startedAt: number) {
    this.now = startedAt;
  }

  say(by: string | null, ...events: RoomEvent[]): void {
    for (const event of events) this.steps.push({ at: this.now, by, event });
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  /** A question from its push to the end of the discussion. `rate`: first rating, then second rating. */
  ask(question: {
    askId: string;
    itemId: string;
    by: string;
    seconds: number;
    rate: Record<string, [number | null, (number | null)?]>;
    ticks?: Record<string, Record<string, Mark>>;
    notes?: { by: string; at: number; text: string; share?: NoteShare }[];
    followUps?: string[];
    stars?: string[];
    reveal?: boolean;
    /** In a code exercise: the hint that was given, and what somebody found besides the planted issues. */
    help?: { hint: number; find: { by: string; text: string; lines: { from: number; to: number } } };
  }): void {
    const { askId } = question;
    this.say(question.by, { type: 'ItemPushed', askId, itemId: question.itemId, targetMs: 180_000 });
    this.wait(question.seconds);
    for (const followUpId of question.followUps ?? [])
      this.say(question.by, { type: 'FollowUpPushed', askId, followUpId });
    for (const [memberId, marks] of Object.entries(question.ticks ?? {}))
      for (const [pointId, mark] of Object.entries(marks))
        this.say(memberId, { type: 'PointMarked', askId, pointId, mark });
    for (const memberId of question.stars ?? [])
      for (const [index, letter] of STAR_LETTERS.entries())
        this.say(memberId, { type: 'StarMarked', askId, letter, atMs: 5_000 + index * 30_000 });
    for (const [index, { by, at, text, share = 'none' }] of (question.notes ?? []).entries())
      this.say(by, {
        type: 'NoteWritten',
        askId,
        noteId: `note-${askId}-${index}`,
        text,
        atMs: at * 1000,
        share,
      });
    if (question.help) {
      const { hint, find } = question.help;
      this.say(question.by, { type: 'HintGiven', askId, no: hint });
      const { by, text, lines } = find;
      this.say(by, { type: 'FindAdded', askId, findId: `find-${askId}`, text, lines, atMs: 60_000 });
    }
    for (const [memberId, [value]] of Object.entries(question.rate))
      this.say(memberId, { type: 'RatingSubmitted', askId, value });
    this.wait(5);
    if (question.reveal === false) return;
    const panel = Object.keys(question.rate).filter((memberId) => memberId !== sam);
    this.say(priya, { type: 'AskRevealed', askId, panel });
    this.wait(60);
    for (const [memberId, [, second]] of Object.entries(question.rate))
      if (second !== undefined) this.say(memberId, { type: 'RatedAgain', askId, value: second });
  }
}
