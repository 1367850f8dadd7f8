import { holdsWords } from '@/app/ui/holds-words';
import type { Slot } from '@/server/protocol/commands';
import type { Outline, OutlineItem } from '@/server/protocol/outline';
import { secondsOf } from '@/server/room/rules';
import { headingOf } from './heading';

/** One place for every competency that has a question: what a rotation starts with. */
export function oneOfEach(groups: readonly { id: string; questions: number }[]): Slot[] {
  return groups.filter((group) => group.questions > 0).map((group) => ({ groupId: group.id }));
}

/** The items of an agenda in its order; ids that the pack does not know are left out. */
export function agendaItems(outline: Outline, agenda: readonly string[]): OutlineItem[] {
  const byId = new Map(outline.items.map((item) => [item.id, item]));
  return agenda.flatMap((id) => byId.get(id) ?? []);
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

/** The times (seconds, in whole minutes) that its items fit into, the shortest first. */
export function lengthsOf({ items }: Outline, targetSeconds: number | null): number[] {
  const times = items.map((item) => Math.ceil(secondsOf(item, targetSeconds) / 60) * 60);
  return [...new Set(times)].sort((a, b) => a - b);
}
