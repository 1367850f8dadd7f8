import type { FollowUp, PackItem } from '../protocol/pack';
import type { Mark } from '../protocol/words';

/** Words of a *When* that say nothing about what was missed. */
const IDLE = new Set(
  'about after also answer answered basic been before candidate complete described does explained from given have into mentioned missing more named names never nothing only said says solution some talked than that their them then there they this very weak went were what when where which with without'.split(
    ' ',
  ),
);
/** Shorter words are mostly grammar. */
const TELLING = 4;

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "memories", "memory": a plural is the same word.
  return new Set(words.filter((word) => word.length >= TELLING && !IDLE.has(word)).map(stem));
}

const stem = (word: string) => word.replace(/ies$/, 'y').replace(/(?<=..)(?:es|s)$/, '');

/**
 * The follow-up whose *When* mentions most of the points that were not heard, and not those that were; the first of
 * equals. Null if none does.
 */
export function fittingFollowUp(
  { points, followUps }: Pick<PackItem, 'points' | 'followUps'>,
  marks: Readonly<Record<string, Mark>>,
  pushed: readonly string[],
): FollowUp | null {
  const isHeard = ({ id }: { id: string }) => marks[id] === 'heard';
  const wordsIn = (some: typeof points) =>
    new Set(some.flatMap(({ text, context }) => [...wordsOf(`${text} ${context ?? ''}`)]));
  const open = wordsIn(points.filter((point) => !isHeard(point)));
  const heard = wordsIn(points.filter(isHeard));
  const fitOf = ({ when }: FollowUp) =>
    [...wordsOf(when ?? '')].filter((word) => open.has(word) && !heard.has(word)).length;
  const [best] = followUps
    .filter((followUp) => !pushed.includes(followUp.id) && fitOf(followUp) > 0)
    .toSorted((a, b) => fitOf(b) - fitOf(a));
  return best ?? null;
}
