import type { Slot } from '../../protocol/commands';
import type { Exercise, PackItem } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import { dealable } from '../core/twins';
import { areTwins, isForCode } from '../rules';
import { type Dealing, deal } from './deal';

interface CodeDealing extends Omit<Dealing, 'items' | 'seats'> {
  /** What anybody may be given. */
  exercises: readonly Exercise[];
  /**
   * For everyone who has still to sit, the next one first: what only they may be given, because the others saw it on
   * the panel of a round of theirs that was discarded.
   */
  kept: readonly (readonly Exercise[])[];
}

/**
 * Exercises are dealt apart from questions: everyone who has still to sit gets as many as everybody else, or nobody gets
 * any. One list for each of them. A list of what somebody keeps is for them; the others are for anybody else.
 */
export function dealCode({ exercises, kept, slots, ...rest }: CodeDealing): PackItem[][] {
  const keepers = (each: number) => kept.filter((own) => own.length >= each).length;
  const isEnough = (each: number) => exercises.length >= each * (kept.length - keepers(each));
  const each = slots.map((_, place) => slots.length - place).find(isEnough);
  if (each === undefined) return kept.map(() => []);
  const seats = kept.length - keepers(each);
  const shares = seats > 0 ? deal({ ...rest, items: exercises, slots: slots.slice(0, each), seats }) : [];
  return kept.map((own) => (own.length >= each ? own.slice(0, each) : (shares.shift()?.agenda ?? [])));
}

/**
 * Nobody is given an exercise that somebody here has heard, since whoever knows its issues has nothing to find in it: too
 * few are therefore none, where questions would be repeated.
 */
export function freshExercises(exercises: readonly Exercise[], heardBefore: HeardBefore): Exercise[] {
  return dealable(exercises, heardBefore).filter(({ id }) => !heardBefore.has(id));
}

/** An agenda in the order of its places. A place for which nothing is left is skipped. */
export function inPlaces(
  slots: readonly Slot[],
  questions: readonly PackItem[],
  code: readonly PackItem[],
): PackItem[] {
  const left = { questions: [...questions], code: [...code] };
  return slots.flatMap((slot) => (isForCode(slot) ? left.code : left.questions).shift() ?? []);
}

export function isTwinOf(item: PackItem, others: readonly PackItem[]): boolean {
  return others.some((other) => areTwins(item, other));
}
