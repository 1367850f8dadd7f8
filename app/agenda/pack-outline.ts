import type { Suggestion } from '@/server/protocol/agenda-wish';
import type { Pack, PackItem } from '@/server/protocol/pack';

/** One question or exercise as set up shows it: what it asks, and nothing of what a good answer covers. */
export interface OutlineItem {
  id: string;
  kind: 'question' | 'exercise';
  groupId: string | null;
  /** A question's prompt, or an exercise's title. */
  label: string;
  /** Such as "senior"; null where the pack does not say. */
  level: string | null;
  /** Seconds; null where the pack leaves it to the room. */
  targetSeconds: number | null;
}

/** As much of a pack as somebody who makes an agenda needs. */
export interface Outline {
  groups: { id: string; title: string }[];
  items: OutlineItem[];
}

export interface PackOutline extends Outline {
  id: string;
  title: string;
  /** The agenda to begin with. */
  suggestion: Suggestion;
}

export function outlineOf({ pack, suggestion }: { pack: Pack; suggestion: Suggestion }): PackOutline {
  const items = [...pack.questions, ...pack.exercises];
  return { id: pack.id, title: pack.title, suggestion, ...outlineOfItems({ groups: pack.groups, items }) };
}

/** The same of a room's bank, which comes without the pack's own name. */
export function outlineOfItems(bank: {
  groups: readonly { id: string; title: string }[];
  items: readonly PackItem[];
}): Outline {
  return {
    groups: bank.groups.map(({ id, title }) => ({ id, title })),
    items: bank.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      groupId: item.groupId,
      label: item.kind === 'question' ? item.prompt : item.title,
      level: item.level,
      targetSeconds: item.targetSeconds,
    })),
  };
}
