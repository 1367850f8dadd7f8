import type { Bank } from './bank';
import type { Outline } from './outline';

/** The outline of a pack's items, or of a room's bank, for planning. */
export function outlineOf(bank: {
  groups: readonly { id: string; title: string }[];
  items: readonly Bank['items'][number][];
}): Outline {
  return {
    groups: bank.groups.map(({ id, title }) => ({ id, title })),
    items: bank.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      groupId: item.groupId,
      label: item.kind === 'question' ? item.prompt : item.title,
      level: item.level,
      targetSeconds: item.targetSeconds,
      notWith: item.notWith,
    })),
  };
}
