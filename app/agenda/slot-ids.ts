import type { Slot } from '@/server/protocol/commands';
import { isForCode } from '@/server/room/rules';

/** An id for each slot. Equal slots are numbered. */
export function slotIds(slots: readonly Slot[]): string[] {
  const names = slots.map((slot) => `${isForCode(slot) ? 'code/' : ''}${slot.groupId ?? ''}`);
  return names.map((name, place) => {
    const before = names.slice(0, place).filter((other) => other === name);
    return `${name}#${before.length}`;
  });
}
