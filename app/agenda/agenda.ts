import { holdsWords } from '@/app/ui/holds-words';
import type { Slot } from '@/server/protocol/commands';
import type { Outline, OutlineItem } from '@/server/protocol/outline';
import { secondsOf } from '@/server/room/rules';
import { headingOf } from './heading';

/** A rotation's first agenda: one place for every competency that has a question. */
export function oneOfEach(groups: readonly { id: string; questions: number }[]): Slot[] {
  return groups.filter((group) => group.questions > 0).map((group) => ({ groupId: group.id }));
}

/** A rotation's place for any code exercise. */
export const CODE_PLACE: Slot = { groupId: null, kind: 'exercise' };

/** The items of an agenda in its order, without ids that the pack does not have. */
export function agendaItems(outline: Outline, agenda: readonly string[]): OutlineItem[] {
  const byId = new Map(outline.items.map((item) => [item.id, item]));
  return agenda.flatMap((id) => byId.get(id) ?? []);
}

/** Moves one entry; an index out of range changes nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** A search in a pack. Fields that are missing or null match everything. */
export interface ItemSearch {
  words?: string;
  groupId?: string | null;
  level?: string | null;
  /** The longest planned time, in seconds. */
  atMost?: number | null;
  /** The room's time for an answer: see `secondsOf`. */
  targetSeconds?: number | null;
}

/** Items with every word of the search in their text or competency, in the pack's order. */
export function searchItems(outline: Outline, search: ItemSearch): OutlineItem[] {
  const { words = '', groupId = null, level = null, atMost = null, targetSeconds = null } = search;
  const holds = holdsWords(words);
  return outline.items.filter((item) => {
    if (groupId !== null && item.groupId !== groupId) return false;
    if (level !== null && item.level !== level) return false;
    if (atMost !== null && secondsOf(item, targetSeconds) > atMost) return false;
    return holds(`${item.label} ${headingOf(item, outline.groups)}`);
  });
}

/** The times to choose from (seconds, in whole minutes), the shortest first. */
export function lengthsOf({ items }: Outline, targetSeconds: number | null): number[] {
  const times = items.map((item) => Math.ceil(secondsOf(item, targetSeconds) / 60) * 60);
  return [...new Set(times)].sort((a, b) => a - b);
}
