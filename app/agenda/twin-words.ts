import { beginning } from '@/app/ui/format';
import type { OutlineItem } from '@/server/protocol/outline';
import { areTwins } from '@/server/room/rules';

type Twin = Pick<OutlineItem, 'id' | 'notWith' | 'label'>;

/** A remark on an item that is a twin of one of these; null if there is none. */
export function twinWords(item: Twin, others: readonly Twin[], where: string): string | null {
  const twin = others.find((other) => other.id !== item.id && areTwins(item, other));
  return twin
    ? `Too close to “${beginning(twin.label, 60)}”, ${where}: one answer gives the other away.`
    : null;
}
