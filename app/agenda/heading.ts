interface Item {
  kind: 'question' | 'exercise';
  groupId: string | null;
}

/** The competency, and that it is code where it is. */
export function headingOf(item: Item, groups: readonly { id: string; title: string }[]): string {
  return headingWords(item.kind, groups.find(({ id }) => id === item.groupId)?.title ?? null);
}

/** The same where the competency's title is known. */
export function headingWords(kind: Item['kind'], group: string | null): string {
  if (kind === 'question') return group ?? 'Question';
  return group ? `Exercise, ${group}` : 'Exercise';
}
