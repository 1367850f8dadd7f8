import { duration, plural } from '@/app/ui/format';
import type { Slot } from '@/server/protocol/commands';
import type { OutlineItem } from '@/server/protocol/outline';
import { isForCode, plannedSeconds, totalSeconds } from '@/server/room/rules';

/** `8 questions, about 24 minutes`. */
export function ledTotal(items: readonly OutlineItem[], targetSeconds: number | null): string {
  return `${plural(items.length, 'question')}, about ${duration(totalSeconds(items, targetSeconds) * 1000)}`;
}

/**
 * `8 questions and 1 code exercise each, about 24 minutes per person plus the code`. A time of its own is not known before the
 * item is dealt, and every exercise has one.
 */
export function peerTotal(slots: readonly Slot[], targetSeconds: number | null): string {
  const exercises = slots.filter(isForCode).length;
  const questions = slots.length - exercises;
  const each = `${placesInWords(questions, exercises)} each`;
  const seconds = plannedSeconds(questions, targetSeconds);
  if (seconds === null || questions === 0) return `${each}, with a time of their own`;
  const total = `${each}, about ${duration(seconds * 1000)} per person`;
  return exercises === 0 ? total : `${total} plus the code`;
}

/** `8 questions and 1 code exercise`. */
export function placesInWords(questions: number, exercises: number): string {
  if (exercises === 0) return plural(questions, 'question');
  const code = plural(exercises, 'code exercise');
  return questions === 0 ? code : `${plural(questions, 'question')} and ${code}`;
}
