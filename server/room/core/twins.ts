import type { PackItem, Question } from '../../protocol/pack';
import { areTwins } from '../rules';

/** In their order, without any that is a twin of one before it. */
export function withoutTwins<T extends PackItem>(items: readonly T[]): T[] {
  const kept: T[] = [];
  for (const item of items) if (!kept.some((other) => areTwins(item, other))) kept.push(item);
  return kept;
}

/**
 * What one rotation may deal: of twins the first in the pack, or another in its place where the first was heard before
 * and the other was not. One replaces one, so that there are as many whatever was heard. In the pack's order.
 */
export function dealable(questions: readonly Question[], heard: { has(id: string): boolean }): Question[] {
  const kept = new Set(withoutTwins(questions));
  for (const other of questions) {
    if (kept.has(other) || heard.has(other.id)) continue;
    const [first, ...more] = [...kept].filter((item) => areTwins(item, other));
    if (!first || more.length > 0 || !heard.has(first.id)) continue;
    kept.delete(first);
    kept.add(other);
  }
  return questions.filter((question) => kept.has(question));
}
