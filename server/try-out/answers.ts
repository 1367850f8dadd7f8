import type { Pack, PackItem, SampleAnswer } from '../protocol/pack';
import { seededRandom } from '../testing/seeded-random';

/** What a listener hears in an answer: the marks of key points, a rating, and words to note. */
export interface Heard {
  heard: readonly string[];
  partial: readonly string[];
  rating: number;
  notes: readonly string[];
}

/** Which of an item's sample answers a simulated candidate gives; the same for the same seed. */
export function answerTo(item: PackItem, seed: number): SampleAnswer | null {
  return item.samples.length === 0 ? null : chanceOf(seed, item.id).pick(item.samples);
}

/** What there is to hear in a sample answer, as the pack says. */
export function heardIn({ heard, partial, rating, notHigher, notLower }: SampleAnswer): Heard {
  return { heard, partial, rating, notes: [notLower, notHigher].flatMap((words) => words ?? []) };
}

/** Notes about a person whom nobody can hear: made up, and the same for the same seed. */
export function madeUp(item: Pick<PackItem, 'id' | 'points'>, seed: number): Heard {
  const random = chanceOf(seed, item.id);
  const points = random.shuffle(item.points.map(({ id }) => id));
  const heard = points.slice(0, Math.ceil(points.length / 2));
  return {
    heard,
    partial: points.slice(heard.length, heard.length + 1),
    rating: 3 + random.int(2),
    notes: [],
  };
}

/** Separate random numbers for each thing in a room, so that one does not change another. */
export function chanceOf(seed: number, ...names: string[]) {
  let hash = seed >>> 0;
  for (const character of names.join('/'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return seededRandom(hash);
}

/** The questions of a try-out: those that the pack answers aloud, one for each competency. */
export function agendaOf({ questions }: Pack, count: number): string[] {
  const answered = questions.filter(({ samples, points }) => samples.length > 1 && points.length > 0);
  const firsts = answered.filter(
    ({ groupId }, at) => answered.findIndex((other) => other.groupId === groupId) === at,
  );
  return firsts.slice(0, count).map(({ id }) => id);
}
