import { holdsWords } from '@/app/ui/holds-words';
import type { Slot } from '@/server/protocol/commands';
import { LIMITS } from '@/server/protocol/words';
import { secondsOf } from '@/server/room/item-load';
import { headingOf } from './heading';
import type { Outline, OutlineItem } from './pack-outline';

/** The first question of every competency, in the pack's order: what a room starts with. */
export function suggestAgenda(outline: Outline): string[] {
  return outline.groups.flatMap((group) => {
    const first = outline.items.find((item) => item.kind === 'question' && item.groupId === group.id);
    return first ? [first.id] : [];
  });
}

/** One place for every competency that has a question. */
export function suggestSlots(groups: { id: string; questions: number }[]): Slot[] {
  return groups.filter((group) => group.questions > 0).map((group) => ({ groupId: group.id }));
}

/**
 * As many places as the minutes hold, the competencies in turn: at least one, and no more than an agenda takes. In the
 * order of the competencies.
 */
export function slotsWithin(
  groups: readonly { id: string }[],
  minutes: number,
  targetSeconds: number | null,
): Slot[] {
  const fitting = Math.floor((minutes * 60) / slotSeconds(1, targetSeconds));
  const count = Math.min(LIMITS.agenda, Math.max(1, fitting));
  return groups.flatMap(({ id }, place) => {
    const times = Math.floor(count / groups.length) + (place < count % groups.length ? 1 : 0);
    return Array.from({ length: times }, () => ({ groupId: id }));
  });
}

/** The items of an agenda in its order; ids that the pack does not know are left out. */
export function agendaItems(outline: Outline, agenda: readonly string[]): OutlineItem[] {
  const byId = new Map(outline.items.map((item) => [item.id, item]));
  return agenda.flatMap((id) => byId.get(id) ?? []);
}

/** Seconds that an agenda takes when every answer takes its target. */
export function agendaSeconds(items: readonly OutlineItem[], targetSeconds: number | null): number {
  return items.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0);
}

/** Seconds of a peer agenda, whose questions are not known yet. */
export function slotSeconds(count: number, targetSeconds: number | null): number {
  return count * secondsOf({ kind: 'question', targetSeconds: null }, targetSeconds);
}

/** Moves one entry; out of range leaves the list as it is. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** What somebody looks for in a pack. What is left out, or null, takes all. */
export interface ItemSearch {
  words?: string;
  groupId?: string | null;
  level?: string | null;
  /** Longest time planned for it, in seconds. */
  atMost?: number | null;
  /** The room's time for an answer: see `secondsOf`. */
  targetSeconds?: number | null;
}

/** Items whose words or competency hold every word of the search, in the pack's order. */
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

/** The times that its items are planned for, in seconds, the shortest first. */
export function lengthsOf({ items }: Outline, targetSeconds: number | null): number[] {
  return [...new Set(items.map((item) => secondsOf(item, targetSeconds)))].sort((a, b) => a - b);
}
