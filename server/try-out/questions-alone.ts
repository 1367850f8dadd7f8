import type { Pack, Question } from '../protocol/pack';
import { areTwins } from '../room/rules';
import { chanceOf } from './answers';

/**
 * The questions of a practice: from as many competencies as possible. Questions that this person has not heard and that
 * have sample answers to compare with come first. Twins are not asked together. The same for the same seed. `only`: of this
 * competency alone, unless the pack has no question on it.
 */
export function questionsAlone(
  pack: Pick<Pack, 'questions'>,
  count: number,
  seed: number,
  heard: ReadonlySet<string>,
  only: string | null = null,
): string[] {
  const random = chanceOf(seed, 'practice');
  const wished = pack.questions.filter(({ groupId }) => groupId === only);
  const questions = wished.length > 0 ? wished : pack.questions;
  const groups = random.shuffle([...new Set(questions.map(({ groupId }) => groupId))]);
  const order = (question: Question) =>
    (heard.has(question.id) ? 2 : 0) + (question.samples.length > 0 ? 0 : 1);
  const byGroup = groups.map((groupId) =>
    random
      .shuffle(questions.filter((question) => question.groupId === groupId))
      .toSorted((a, b) => order(a) - order(b)),
  );
  const turns = Math.max(0, ...byGroup.map((group) => group.length));
  const inTurns = Array.from({ length: turns }, (_, turn) => byGroup.flatMap((group) => group[turn] ?? []));
  const chosen: Question[] = [];
  for (const question of inTurns.flat()) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => areTwins(other, question))) chosen.push(question);
  }
  return chosen.map(({ id }) => id);
}
