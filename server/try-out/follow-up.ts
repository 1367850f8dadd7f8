import type { FollowUp, PackItem } from '../protocol/pack';
import type { Mark } from '../protocol/words';

/** Words of a *When* that say nothing about what was missed. */
const IDLE = new Set(
  'about after also answer answered basic been before candidate complete described does explained from given have into mentioned missing more named names never nothing only said says solution some talked than that their them then there they this very weak went were what when where which with without 没有 提到 说明 解释 回答 候选人 候補 候補者 回答者 説明 言及 ない なかった する した'.split(
    ' ',
  ),
);
/** Shorter words are mostly grammar. Scripts without letters have short words. */
const TELLING = 4;
const TELLING_SIGNS = 2;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Finds the words of scripts that put no spaces between them, too. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function wordsOf(text: string): Set<string> {
  const words = [...segmenter.segment(text.toLowerCase())].flatMap(({ segment }) =>
    SIGNS.test(segment) ? [segment] : (segment.match(/\p{L}+/gu) ?? []),
  );
  const isTelling = (word: string) =>
    word.length >= (SIGNS.test(word) ? TELLING_SIGNS : TELLING) && !IDLE.has(word);
  // "memories", "memory": a plural is the same word.
  return new Set(words.filter(isTelling).map(stem));
}

const stem = (word: string) => word.replace(/ies$/, 'y').replace(/(?<=..)(?:es|s)$/, '');

/**
 * The follow-up whose *When* mentions most of the points that were missed, or heard only partly, and not those that were
 * heard; the first of equals. Null if none does. A point without a mark is neither.
 */
export function fittingFollowUp(
  { points, followUps }: Pick<PackItem, 'points' | 'followUps'>,
  marks: Readonly<Record<string, Mark>>,
  pushed: readonly string[],
): FollowUp | null {
  const isHeard = ({ id }: { id: string }) => marks[id] === 'heard';
  const wordsIn = (some: typeof points) =>
    new Set(some.flatMap(({ text, context }) => [...wordsOf(`${text} ${context ?? ''}`)]));
  const open = wordsIn(points.filter(({ id }) => marks[id] === 'missed' || marks[id] === 'partial'));
  const heard = wordsIn(points.filter(isHeard));
  const fitOf = ({ when }: FollowUp) =>
    [...wordsOf(when ?? '')].filter((word) => open.has(word) && !heard.has(word)).length;
  const [best] = followUps
    .filter((followUp) => !pushed.includes(followUp.id) && fitOf(followUp) > 0)
    .toSorted((a, b) => fitOf(b) - fitOf(a));
  return best ?? null;
}
