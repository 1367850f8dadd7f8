import { twinWords } from '@/app/agenda/twin-words';
import type { Bank } from '@/server/protocol/bank';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { counts } from '@/server/room/rules';
import { textOf } from './agenda-rows';

type Item = Bank['items'][number];

/** A remark on an item whose twin the candidate has heard in this round; null if there is none. */
export function askedTwin(item: Item, bank: Bank, asks: readonly PanelAsk[]): string | null {
  const asked = asks.filter(counts).flatMap((ask) => bank.items.find(({ id }) => id === ask.itemId) ?? []);
  const named = (one: Item) => ({ id: one.id, notWith: one.notWith, label: textOf(one) });
  return twinWords(named(item), asked.map(named), 'asked already');
}
