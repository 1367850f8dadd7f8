import type { Slot } from '@/server/protocol/commands';

/** An id for each slot. Equal slots are numbered. */
export function slotIds(slots: readonly Slot[]): string[] {
  return slots.map(({ groupId }, place) => {
    const before = slots.slice(0, place).filter((other) => other.groupId === groupId);
    return `${groupId ?? ''}#${before.length}`;
  });
}
