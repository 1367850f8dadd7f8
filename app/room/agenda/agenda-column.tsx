'use client';

import { useEffect, useMemo } from 'react';
import { useBank } from '@/app/live/use-bank';
import { useAsks, usePanel } from '@/app/live/use-room';
import { NextStep } from '@/app/room/asking/next-step';
import { PanelCode } from '@/app/room/code/code-later';
import { Bank } from '@/app/room/shell/later-parts';
import { AgendaList } from './agenda-list';
import { agendaRows, nextRow } from './agenda-rows';
import { BankNotice } from './bank-notice';

/** Left: past and planned questions, and the bank from which to push anything else. */
export function AgendaColumn() {
  const agenda = usePanel((view) => view.agenda.items);
  const asks = useAsks();
  const { bank } = useBank();
  const phase = usePanel((view) => view.round?.phase ?? null);
  const rows = useMemo(() => agendaRows(agenda, asks, bank), [agenda, asks, bank]);
  const next = nextRow(rows);
  // Beside its questions, not after them.
  useEffect(() => void Bank.ahead(), []);
  const isCodeNext = next?.item?.kind === 'exercise';
  // The candidate loads it with the push: earlier, it would tell them what comes.
  useEffect(() => {
    if (isCodeNext) void PanelCode.ahead();
  }, [isCodeNext]);
  const isAsking = phase === 'asking';
  const asked = rows.filter((row) => row.ask !== null);
  return (
    <div className="flex flex-col fold:h-full">
      {bank || !isAsking || asked.length > 0 ? (
        <AgendaList rows={isAsking ? rows : asked} nextId={next?.itemId ?? null} />
      ) : null}
      {isAsking && bank ? (
        <>
          <NextStep next={next} />
          <Bank bank={bank} />
        </>
      ) : null}
      {isAsking && !bank ? <BankNotice className="px-4 py-3" /> : null}
    </div>
  );
}
