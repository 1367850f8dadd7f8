import type { Outline, OutlineItem } from './pack-outline';

/** The competency, and that it is code where it is. */
export function headingOf(item: OutlineItem, outline: Outline): string {
  const group = outline.groups.find(({ id }) => id === item.groupId)?.title;
  if (item.kind === 'question') return group ?? 'Question';
  return group ? `Exercise, ${group}` : 'Exercise';
}
