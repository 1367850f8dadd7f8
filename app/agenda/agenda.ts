import type { Slot } from '@/server/protocol/commands';
import type { OutlineItem, PackOutline } from './pack-outline';

/** The first question of every competency, in the pack's order: what a room starts with. */
export function suggestAgenda(outline: PackOutline): string[] {
  return outline.groups.flatMap((group) => {
    const first = outline.items.find((item) => item.kind === 'question' && item.groupId === group.id);
    return first ? [first.id] : [];
  });
}

/** One place for every competency that has a question. */
export function suggestSlots(groups: { id: string; questions: number }[]): Slot[] {
  return groups.filter((group) => group.questions > 0).map((group) => ({ groupId: group.id }));
}

/** The items of an agenda in its order; ids that the pack does not know are left out. */
export function agendaItems(outline: PackOutline, agenda: readonly string[]): OutlineItem[] {
  const byId = new Map(outline.items.map((item) => [item.id, item]));
  return agenda.flatMap((id) => byId.get(id) ?? []);
}

/** What an exercise gets where its pack does not say. */
const EXERCISE_SECONDS = 600;

/** Seconds planned for one item: the room's target for a question, the pack's own time for code. */
export function plannedSeconds(item: OutlineItem, targetSeconds: number): number {
  return item.kind === 'exercise' ? (item.targetSeconds ?? EXERCISE_SECONDS) : targetSeconds;
}

/** Seconds that an agenda takes when every answer takes its target. */
export function agendaSeconds(items: readonly OutlineItem[], targetSeconds: number): number {
  return items.reduce((sum, item) => sum + plannedSeconds(item, targetSeconds), 0);
}

/** Moves one entry; out of range leaves the list as it is. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Items whose words or competency hold every word of the search, in the pack's order. */
export function searchItems(outline: PackOutline, search: string, groupId: string | null): OutlineItem[] {
  const titles = new Map(outline.groups.map((group) => [group.id, group.title]));
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return outline.items.filter((item) => {
    if (groupId !== null && item.groupId !== groupId) return false;
    const text = `${item.label} ${titles.get(item.groupId ?? '') ?? ''} ${item.kind}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
