import type { Pack } from '../protocol/pack';

/** How many of each; kinds that a pack does not have are left out. */
export interface Tally {
  /** Questions and exercises; "none" where no level is given. */
  levels: Partial<Record<string, number>>;
  kinds: Partial<Record<'behavioural' | 'other questions' | 'exercises', number>>;
  /** By the competency's title, in the pack's order. */
  competencies: Record<string, { questions: number; exercises: number }>;
}

export function tallyOf({ groups, questions, exercises }: Pack): Tally {
  const levels = countBy([...questions, ...exercises].map(({ level }) => level ?? 'none'));
  const kinds = countBy([
    ...questions.map(({ behavioural }) =>
      behavioural ? ('behavioural' as const) : ('other questions' as const),
    ),
    ...exercises.map(() => 'exercises' as const),
  ]);
  const within = (items: readonly { groupId: string | null }[], id: string) =>
    items.filter(({ groupId }) => groupId === id).length;
  const competencies = Object.fromEntries(
    groups.map(({ id, title }) => [
      title,
      { questions: within(questions, id), exercises: within(exercises, id) },
    ]),
  );
  return { levels, kinds, competencies };
}

function countBy<T extends string>(names: readonly T[]): { [name in T]?: number } {
  const counts = new Map<T, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts) as { [name in T]?: number };
}
