import { headingOf, headingWords } from '@/app/agenda/heading';
import { holdsWords } from '@/app/ui/holds-words';
import type { Bank } from '@/server/protocol/bank';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { toCome } from '@/server/room/rules';

export interface AgendaRow {
  itemId: string;
  /** The competency, or a word for exercises. */
  heading: string;
  /** The prompt, or the exercise's title. */
  text: string;
  /** Its ask in this round; null while it is still to come. */
  ask: PanelAsk | null;
  /** Null while the bank is not here. */
  item: Bank['items'][number] | null;
  onAgenda: boolean;
}

export const textOf = (item: Bank['items'][number]): string =>
  item.kind === 'exercise' ? item.title : item.prompt;

/**
 * The agenda in its order, and other items that were pushed, each after the ask before it. Without the bank (null) only
 * the items that were asked.
 */
export function agendaRows(
  agenda: readonly string[],
  asks: readonly PanelAsk[],
  bank: Bank | null,
): AgendaRow[] {
  const order = [...agenda];
  let before: string | null = null;
  for (const { itemId } of asks) {
    if (!order.includes(itemId)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, itemId);
    before = itemId;
  }
  const items = new Map(bank?.items.map((item) => [item.id, item]));
  return order.flatMap((itemId): AgendaRow[] => {
    const ask = asks.findLast((other) => other.itemId === itemId) ?? null;
    const item = items.get(itemId) ?? null;
    const onAgenda = agenda.includes(itemId);
    if (ask)
      return [{ itemId, heading: headingWords(ask.kind, ask.group), text: ask.text, ask, item, onAgenda }];
    if (!item || !bank) return [];
    return [{ itemId, heading: headingOf(item, bank.groups), text: textOf(item), ask, item, onAgenda }];
  });
}

/** The next item on the agenda; null when all were asked. */
export const nextRow = (rows: readonly AgendaRow[]): AgendaRow | null => {
  const [next] = toCome(
    rows.flatMap((row) => (row.onAgenda ? row.itemId : [])),
    rows.flatMap((row) => row.ask ?? []),
  );
  return rows.find((row) => row.itemId === next) ?? null;
};

/** Items with every word of the search in prompt, competency, level or key points, in the pack's order. */
export function searchBank(bank: Bank, search: string, groupId: string | null): Bank['items'] {
  const holds = holdsWords(search);
  return bank.items.filter((item) => {
    if (groupId !== null && item.groupId !== groupId) return false;
    const parts = [textOf(item), item.prompt, headingOf(item, bank.groups), item.level ?? ''];
    return holds([...parts, ...item.points.map((point) => point.text)].join(' '));
  });
}
