'use client';

import { useMemo } from 'react';
import { usePanel } from '@/app/live/use-room';
import { NextStep } from '@/app/room/asking/next-step';
import { AgendaList } from './agenda-list';
import { agendaRows, nextRow } from './agenda-rows';
import { Bank } from './bank';

/** Left: what was and will be asked, and the bank to push anything else from. */
export function AgendaColumn() {
  const agenda = usePanel((view) => view.agenda.items);
  const asks = usePanel((view) => view.asks.asks);
  const bank = usePanel((view) => view.bank);
  const phase = usePanel((view) => view.round?.phase ?? null);
  const rows = useMemo(() => agendaRows(agenda, asks, bank), [agenda, asks, bank]);
  const next = nextRow(rows);
  return (
    <div className="flex flex-col fold:h-full">
      <AgendaList
        rows={phase === 'asking' ? rows : rows.filter((row) => row.ask !== null)}
        nextId={next?.itemId ?? null}
      />
      {phase === 'asking' ? (
        <>
          <NextStep next={next} />
          <Bank />
        </>
      ) : null}
    </div>
  );
}
