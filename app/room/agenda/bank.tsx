'use client';

import { useDeferredValue, useState } from 'react';
import { useAsks } from '@/app/live/use-room';
import { ScratchPadRow } from '@/app/room/code/scratch-pad-row';
import { useRoving } from '@/app/room/shell/use-roving';
import { isComposing } from '@/app/ui/chord';
import { plural } from '@/app/ui/format';
import { Input, Select } from '@/app/ui/input';
import { Kbd } from '@/app/ui/kbd';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { Bank as BankOfRound } from '@/server/protocol/bank';
import { searchBank } from './agenda-rows';
import { askedTwin } from './asked-twin';
import { BANK_SEARCH } from './bank-field';
import { BankRow } from './bank-row';

/** Everything that may be pushed in this round, filtered by words and by competency. */
export function Bank({ bank }: { bank: BankOfRound }) {
  const asks = useAsks();
  const [search, setSearch] = useState('');
  const [groupId, setGroupId] = useState('');
  const words = useDeferredValue(search);
  const found = searchBank(bank, words, groupId === '' ? null : groupId);
  const roving = useRoving(
    found.map((item) => item.id),
    null,
  );
  const filtered = words !== '' || groupId !== '';
  return (
    <section aria-labelledby="bank" className="flex min-h-0 flex-1 flex-col">
      <PanelHeading id="bank" className="px-4 pt-2" aside={<Kbd keys="/" />}>
        Bank
      </PanelHeading>
      <div className="flex gap-2 px-4 pb-2">
        <Input
          id={BANK_SEARCH}
          type="search"
          aria-label="Search the bank"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
            setSearch('');
            event.currentTarget.blur();
          }}
          className="flex-1"
        />
        <Select
          aria-label="Competency"
          value={groupId}
          onChange={(event) => setGroupId(event.target.value)}
          className="w-28"
        >
          <option value="">All</option>
          {bank.groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.title}
            </option>
          ))}
        </Select>
      </div>
      <p role="status" className="px-4 pb-1 text-ink-soft text-xs">
        {found.length === 0
          ? 'No matches. Try fewer words, or all competencies.'
          : `${plural(found.length, filtered ? 'match' : 'question', filtered ? 'matches' : undefined)}`}
      </p>
      <ul
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
        className="scroll-y relative min-h-0 flex-1 pb-2"
      >
        {found.map((item) => (
          <BankRow
            key={item.id}
            item={item}
            groups={bank.groups}
            ask={asks.findLast((ask) => ask.itemId === item.id) ?? null}
            twin={askedTwin(item, bank, asks)}
            tabIndex={roving.tabIndexOf(item.id)}
          />
        ))}
      </ul>
      <ScratchPadRow />
    </section>
  );
}
