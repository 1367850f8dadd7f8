import type { PackItem } from '../../protocol/pack';
import { areTwins } from '../rules';

/** In their order, without those that are twins of an earlier one. */
export function withoutTwins<T extends PackItem>(items: readonly T[]): T[] {
  const kept: T[] = [];
  for (const item of items) if (!kept.some((other) => areTwins(item, other))) kept.push(item);
  return kept;
}

/**
 * What one rotation may deal: of twins the first in the pack, or its twin instead if only the first was heard before.
 * One replaces one, so that the number does not depend on what was heard. In the pack's order.
 */
export function dealable<T extends PackItem>(items: readonly T[], heard: { has(id: string): boolean }): T[] {
  const kept = new Set(withoutTwins(items));
  for (const other of items) {
    if (kept.has(other) || heard.has(other.id)) continue;
    const [first, ...more] = [...kept].filter((item) => areTwins(item, other));
    if (!first || more.length > 0 || !heard.has(first.id)) continue;
    kept.delete(first);
    kept.add(other);
  }
  return items.filter((item) => kept.has(item));
}
