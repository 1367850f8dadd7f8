import { createHash } from 'node:crypto';
import { Ids } from '../guides/ids';
import { toKey } from '../guides/naming';
import type { Exercise, Pack, Question } from '../protocol/pack';
import { likeness, type Trigrams, trigramsOf } from './likeness';

/**
 * The ids of a kept pack's items, by what they say (`keyOf`): in its newest version and in earlier ones, so that a
 * question that returns is recognised.
 */
export type KnownIds = Record<string, string>;

type Item = Question | Exercise;

/** Texts less alike than this are two questions, not one that was polished: see the test over the shipped packs. */
const ALIKE = 0.52;
/** The most pairs compared; in larger packs, only items near each other. */
const PAIRS = 4_000;
const NEAR = 8;
/** The most texts remembered. */
const KNOWN = 2_000;

/**
 * The ids of a version after another one, which is null if it can no longer be read. Ids that the author wrote
 * (`named`) stay. An item that says the same as before keeps its id wherever it is now, then one that says nearly the
 * same. Every other item gets an id that no other text had.
 */
export function carriedIds(
  before: Pack | null,
  known: KnownIds,
  after: Pack,
  named: readonly string[],
): KnownIds {
  const ids = new Map<Item, string>();
  const taken = new Ids();
  for (const id of named) taken.take(id);
  const open = (item: Item) => !ids.has(item) && !named.includes(item.id);
  const give = (item: Item, id: string | undefined) => {
    if (id !== undefined && open(item) && taken.take(id)) ids.set(item, id);
  };
  const olds = before ? itemsOf(before) : [];
  const current = Object.fromEntries(olds.map((item) => [keyOf(item), item.id]));
  for (const source of [current, known]) for (const item of itemsOf(after)) give(item, source[keyOf(item)]);
  const kept = new Set([...named, ...ids.values()]);
  const gone = olds.filter(({ id }) => !kept.has(id));
  for (const { item, id } of likely(itemsOf(after).filter(open), gone)) give(item, id);
  // The item that this id was made for may have become another text that still has it.
  for (const item of itemsOf(after).filter(open)) ids.set(item, taken.derive(freshId(item)));
  const now = itemsOf(after).map((item) => [keyOf(item), ids.get(item) ?? item.id]);
  const earlier = Object.entries({ ...known, ...current }).slice(-KNOWN);
  return Object.fromEntries([...earlier, ...now]);
}

/** The pack with these ids instead of those made from its headings; ids from its author stay. */
export function withIds(pack: Pack, known: KnownIds, named: readonly string[]): Pack {
  const idOf = (item: Item) => (named.includes(item.id) ? item.id : (known[keyOf(item)] ?? freshId(item)));
  return {
    ...pack,
    questions: pack.questions.map((question) => renamed(question, idOf(question))),
    exercises: pack.exercises.map((exercise) => {
      const item = renamed(exercise, idOf(exercise));
      return { ...item, reasons: item.reasons.map((reason) => moved(reason, exercise.id, item.id)) };
    }),
  };
}

/** An id that no other text has: another text may have had the item's position before. */
function freshId(item: Item): string {
  return `${item.groupId ?? 'exercise'}-${keyOf(item)}`;
}

function renamed<T extends Item>(item: T, id: string): T {
  return {
    ...item,
    id,
    points: item.points.map((point) => moved(point, item.id, id)),
    followUps: item.followUps.map((followUp) => moved(followUp, item.id, id)),
  };
}

/** A part's id begins with its item's id. */
function moved<T extends { id: string }>(part: T, from: string, to: string): T {
  return { ...part, id: to + part.id.slice(from.length) };
}

function itemsOf({ questions, exercises }: Pack): Item[] {
  return [...questions, ...exercises];
}

const textOf = (item: Item) => (item.kind === 'question' ? item.prompt : item.title);

/** 16 letters that identify what an item says, ignoring case and punctuation. */
function keyOf(item: Item): string {
  const text = `${item.kind} ${toKey(textOf(item))}`;
  return `t${createHash('sha256').update(text).digest('hex').slice(0, 15)}`;
}

/** Pairs that say nearly the same, the most alike first. */
function likely(after: Item[], before: Item[]): { item: Item; id: string }[] {
  const isFew = after.length * before.length <= PAIRS;
  const olds = before.map((old) => ({ old, words: wordsOf(old) }));
  const pairs = after.flatMap((item, place) => {
    const words = wordsOf(item);
    return olds
      .filter(({ old }, at) => old.kind === item.kind && (isFew || Math.abs(at - place) <= NEAR))
      .map((other) => ({ item, id: other.old.id, like: alike(words, other.words) }));
  });
  return pairs.filter(({ like }) => like >= ALIKE).sort((a, b) => b.like - a.like);
}

interface Words {
  asked: Trigrams;
  covered: Trigrams;
}

/** What is asked, and what a good answer covers. */
export function wordsOf(item: Item): Words {
  const covered = item.points.map(({ text }) => text).join(' ');
  return { asked: trigramsOf(toKey(textOf(item))), covered: trigramsOf(toKey(covered)) };
}

/** By both in equal parts, from 0 to 1. */
export function alike(a: Words, b: Words): number {
  return (likeness(a.asked, b.asked) + likeness(a.covered, b.covered)) / 2;
}
