interface Item {
  kind: 'question' | 'exercise';
  groupId: string | null;
}

/** The competency, and a word for code exercises. */
export function headingOf(item: Item, groups: readonly { id: string; title: string }[]): string {
  return headingWords(item.kind, groups.find(({ id }) => id === item.groupId)?.title ?? null);
}

/** The same for a known title of the competency. */
export function headingWords(kind: Item['kind'], group: string | null): string {
  if (kind === 'question') return group ?? 'Question';
  return group ? `Exercise, ${group}` : 'Exercise';
}
