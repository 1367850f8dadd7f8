import { headingOf } from '@/app/agenda/heading';
import { holdsWords } from '@/app/ui/holds-words';
import type { BankSlice, PanelAsk } from '@/server/protocol/views';

type Item = BankSlice['items'][number];

export interface AgendaRow {
  itemId: string;
  /** The competency, or that it is an exercise. */
  heading: string;
  /** The prompt, or the exercise's title. */
  text: string;
  /** Its ask in this round; null while it is to come. */
  ask: PanelAsk | null;
  onAgenda: boolean;
}

export const textOf = (item: Item): string => (item.kind === 'exercise' ? item.title : item.prompt);

/** The agenda in its order, and what was pushed besides it, each after what was asked before it. */
export function agendaRows(
  agenda: readonly string[],
  asks: readonly PanelAsk[],
  bank: BankSlice,
): AgendaRow[] {
  const order = [...agenda];
  let before: string | null = null;
  for (const { itemId } of asks) {
    if (!order.includes(itemId)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, itemId);
    before = itemId;
  }
  const items = new Map(bank.items.map((item) => [item.id, item]));
  return order.flatMap((itemId) => {
    const item = items.get(itemId);
    if (!item) return [];
    return {
      itemId,
      heading: headingOf(item, bank.groups),
      text: textOf(item),
      ask: asks.findLast((ask) => ask.itemId === itemId) ?? null,
      onAgenda: agenda.includes(itemId),
    };
  });
}

/** What comes next by the agenda; null when all of it was asked. */
export const nextRow = (rows: readonly AgendaRow[]): AgendaRow | null =>
  rows.find((row) => row.ask === null && row.onAgenda) ?? null;

/** Items that hold every word of the search in prompt, competency, level or key points, in the pack's order. */
export function searchBank(bank: BankSlice, search: string, groupId: string | null): Item[] {
  const holds = holdsWords(search);
  return bank.items.filter((item) => {
    if (groupId !== null && item.groupId !== groupId) return false;
    const parts = [textOf(item), item.prompt, headingOf(item, bank.groups), item.level ?? ''];
    return holds([...parts, ...item.points.map((point) => point.text)].join(' '));
  });
}
