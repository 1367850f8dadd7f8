import type { Slot } from '../../protocol/commands';
import type { Exercise, PackItem, Question } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import { isForCode } from '../rules';
import { deal, type Share, total, weightOf } from './deal';
import { dealCode } from './exercises';

interface SharingOut {
  slots: readonly Slot[];
  /** The questions that may be dealt beside these exercises. */
  questions: (code: readonly PackItem[]) => readonly Question[];
  /** The exercises that anybody may be given. */
  exercises: readonly Exercise[];
  /** For everyone who has still to sit, the next one first: the exercises that only they may be given. */
  kept: readonly (readonly Exercise[])[];
  heard: HeardBefore;
  /** The people whose hearing counts when questions are repeated. */
  hearers: readonly string[];
  targetSeconds: number | null;
  level: string | null;
  /** The first candidate's agenda, which none is longer than; null before the first round. */
  first: readonly PackItem[] | null;
}

export interface SharedOut {
  /** The questions of everyone who has still to sit. */
  shares: Share[];
  /** Their exercises: as many lists, and all equally long. */
  code: PackItem[][];
  /** How many exercises there were to deal. */
  left: number;
  /** How many each of them would get if there were enough. */
  places: number;
}

export const isQuestion = ({ kind }: PackItem): boolean => kind === 'question';

/** Deals the exercises, and then the questions that may be beside them. */
export function shareOut(input: SharingOut): SharedOut {
  const { slots, exercises, kept, heard, hearers, targetSeconds, level, first } = input;
  const before = { questions: first?.filter(isQuestion), code: first?.filter((item) => !isQuestion(item)) };
  const places = slots.filter(isForCode).slice(0, before.code?.length);
  const code = dealCode({ exercises, kept, slots: places, targetSeconds, level, before: before.code ?? [] });
  const wanted = slots.filter((slot) => !isForCode(slot)).slice(0, before.questions?.length);
  const seats = kept.length;
  const questions = input.questions(code.flat());
  const items = leastHeard(questions, heard, hearers, enoughFor(seats, wanted, questions));
  const shares = deal({ items, slots: wanted, seats, targetSeconds, level, before: before.questions ?? [] });
  return { shares, code, left: exercises.length + kept.flat().length, places: places.length };
}

/** Both together, as alike as they can be: the lightest questions with the heaviest exercises. */
export function together(
  { shares, code }: Pick<SharedOut, 'shares' | 'code'>,
  targetSeconds: number | null,
): Share[] {
  const weigh = (items: readonly PackItem[]) => total(items, (item) => weightOf(item, targetSeconds));
  const lightestFirst = [...shares].sort((a, b) => weigh(a.agenda) - weigh(b.agenda));
  const heaviestFirst = [...code].sort((a, b) => weigh(b) - weigh(a));
  return shares.map((share) => {
    const own = heaviestFirst[lightestFirst.indexOf(share)] ?? [];
    return { agenda: [...share.agenda, ...own], pool: [...share.pool, ...own] };
  });
}

/**
 * How many of these questions the people need in all: one for each slot of each person, or as many as there are equally
 * for each, and always at least one each.
 */
export function enoughFor(people: number, slots: readonly Slot[], items: readonly PackItem[]): number {
  const each = Math.min(slots.length, Math.floor(items.length / people));
  return people * Math.max(1, each);
}

/**
 * The items that nobody here heard in an earlier room. If they are too few, also as many more as are missing: those
 * that the fewest people who have still to sit have heard. In the pack's order.
 */
export function leastHeard<T extends PackItem>(
  items: readonly T[],
  heard: HeardBefore,
  toSit: readonly string[],
  needed: number,
): T[] {
  const isNew = (item: PackItem) => !heard.has(item.id);
  const missing = Math.max(0, needed - items.filter(isNew).length);
  const hearers = ({ id }: PackItem) =>
    heard.get(id)?.filter((memberId) => toSit.includes(memberId)).length ?? 0;
  const known = items.filter((item) => !isNew(item)).sort((a, b) => hearers(a) - hearers(b));
  const more = new Set(known.slice(0, missing));
  return items.filter((item) => isNew(item) || more.has(item));
}
