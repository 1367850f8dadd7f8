'use client';

import { clsx } from 'clsx';
import Pencil from 'lucide-react/icons/pencil';
import { type KeyboardEvent, useRef } from 'react';
import { usePanel } from '@/app/live/use-room';
import { EmptyState } from '@/app/ui/empty-state';
import { IconButton } from '@/app/ui/icon-button';
import { PanelHeading } from '@/app/ui/panel-heading';
import { AgendaListRow } from './agenda-list-row';
import type { AgendaRow } from './agenda-rows';
import { usePanelUi } from './panel-ui';
import { useIsHost, useIsObserver } from './use-panel-room';
import { usePush } from './use-push';

/** The round's questions with what became of each. Arrow keys move, Enter pushes, Space looks. */
export function AgendaList({ rows, nextId }: { rows: readonly AgendaRow[]; nextId: string | null }) {
  const list = useRef<HTMLOListElement>(null);
  const push = usePush();
  const isHost = useIsHost();
  const isObserver = useIsObserver();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const { open } = usePanelUi();

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-row]') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const row = rows[at];
    if (!row) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
    if (event.key === 'Enter' && row.ask === null && isAsking && !isObserver) {
      event.preventDefault();
      void push(row.itemId);
    }
  };

  const edit = (
    <IconButton label="Change the agenda" size="sm" onClick={() => open('agenda')}>
      <Pencil size={16} aria-hidden="true" />
    </IconButton>
  );
  return (
    <section
      aria-labelledby="agenda"
      className={clsx('flex min-h-0 flex-col', isAsking && 'fold:max-h-[54%]')}
    >
      <PanelHeading id="agenda" className="px-4 pt-2" aside={isHost && isAsking ? edit : null}>
        {isAsking ? 'Agenda' : 'Questions of this round'}
      </PanelHeading>
      {rows.length === 0 ? (
        <EmptyState title="The agenda is empty" className="px-4">
          {isAsking ? 'Push any question from the bank below.' : 'Nothing was asked in this round.'}
        </EmptyState>
      ) : (
        <ol ref={list} onKeyDown={onKeyDown} className="scroll-y relative min-h-0 pb-1">
          {rows.map((row) => (
            <AgendaListRow key={row.itemId} row={row} isNext={row.itemId === nextId} />
          ))}
        </ol>
      )}
    </section>
  );
}
