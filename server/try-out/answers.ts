import type { Pack, PackItem, SampleAnswer } from '../protocol/pack';
import { seededRandom } from '../testing/seeded-random';

/** What a listener hears in an answer: the marks of key points, a rating, and a note for each of them to write. */
export interface Heard {
  heard: readonly string[];
  partial: readonly string[];
  rating: number;
  notes: readonly string[];
  /** How long the answer takes. */
  seconds: number;
}

/** What there is to hear in one answer, whoever gives it and however fast. */
export type Hearing = Omit<Heard, 'seconds'>;

/** Which of an item's sample answers a simulated candidate gives; the same for the same seed. */
export function answerTo(item: PackItem, seed: number): SampleAnswer | null {
  return item.samples.length === 0 ? null : chanceOf(seed, item.id).pick(item.samples);
}

/** What there is to hear in an answer, as the pack says. */
export function heardIn({
  text,
  heard,
  partial,
  rating,
}: Pick<Heard, 'heard' | 'partial' | 'rating'> & { text: string }): Hearing {
  return { heard, partial, rating, notes: quotesOf(text) };
}

/** Simulated people who listen. */
const LISTENERS = 3;
/** Characters: a shorter sentence tells nothing by itself, and nobody notes a longer one. */
const NOTED = { least: 25, most: 220 };

/** A sentence for each listener to note, in the words of the answer: from its beginning, its middle and its end. */
function quotesOf(text: string): string[] {
  const all = text.split(/(?<=[.!?。！？])\s*/u).map((sentence) => sentence.trim());
  const telling = all.filter(({ length }) => length >= NOTED.least && length <= NOTED.most);
  const sentences = telling.length > 0 ? telling : all.filter(Boolean);
  return Array.from({ length: LISTENERS }, (_, no) => {
    const sentence = sentences[Math.floor((no * sentences.length) / LISTENERS)];
    return sentence ? `“${sentence.slice(0, NOTED.most)}”` : '';
  }).filter(Boolean);
}

/** For an answer that nobody can hear: it says so. */
const MADE_UP_NOTES = [
  'Made up: began with what was asked, then gave one example.',
  'Made up: named a trade-off, without numbers.',
  'Made up: to the point, and ended by itself.',
];

/** Notes about a person whom nobody can hear: made up, and the same for the same seed. */
export function madeUp(item: Pick<PackItem, 'id' | 'points'>, seed: number): Hearing {
  const random = chanceOf(seed, item.id);
  const points = random.shuffle(item.points.map(({ id }) => id));
  const heard = points.slice(0, Math.ceil(points.length / 2));
  return {
    heard,
    partial: points.slice(heard.length, heard.length + 1),
    rating: 3 + random.int(2),
    notes: random.shuffle(MADE_UP_NOTES),
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
