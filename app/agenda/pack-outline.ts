import type { Pack } from '@/server/protocol/pack';

/** One question or exercise as set up shows it: what it asks, and nothing of what a good answer covers. */
export interface OutlineItem {
  id: string;
  kind: 'question' | 'exercise';
  groupId: string | null;
  /** A question's prompt, or an exercise's title. */
  label: string;
  /** Seconds; null where the pack leaves it to the room. */
  targetSeconds: number | null;
}

/** As much of a pack as somebody who makes an agenda needs. */
export interface PackOutline {
  id: string;
  title: string;
  groups: { id: string; title: string }[];
  items: OutlineItem[];
}

export function outlineOf(pack: Pack): PackOutline {
  return {
    id: pack.id,
    title: pack.title,
    groups: pack.groups.map(({ id, title }) => ({ id, title })),
    items: [
      ...pack.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        groupId: question.groupId,
        label: question.prompt,
        targetSeconds: question.targetSeconds,
      })),
      ...pack.exercises.map((exercise) => ({
        id: exercise.id,
        kind: exercise.kind,
        groupId: exercise.groupId,
        label: exercise.title,
        targetSeconds: exercise.targetSeconds,
      })),
    ],
  };
}
