interface Item {
  kind: 'question' | 'exercise';
  groupId: string | null;
}

/** The competency, and that it is code where it is. */
export function headingOf(item: Item, groups: readonly { id: string; title: string }[]): string {
  const group = groups.find(({ id }) => id === item.groupId)?.title;
  if (item.kind === 'question') return group ?? 'Question';
  return group ? `Exercise, ${group}` : 'Exercise';
}
