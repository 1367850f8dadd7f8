'use client';

import { clsx } from 'clsx';
import Pencil from 'lucide-react/icons/pencil';
import type { KeyboardEvent } from 'react';
import { useIsHost, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useIsObserver } from '@/app/room/shell/use-panel-room';
import { useRoving } from '@/app/room/shell/use-roving';
import { EmptyState } from '@/app/ui/empty-state';
import { IconButton } from '@/app/ui/icon-button';
import { PanelHeading } from '@/app/ui/panel-heading';
import { AgendaListRow } from './agenda-list-row';
import type { AgendaRow } from './agenda-rows';
import { usePush } from './use-push';

/** The round's questions with the state of each. Arrow keys move, Enter pushes (with Shift to rewrite, if it is code), Space shows. */
export function AgendaList({ rows, nextId }: { rows: readonly AgendaRow[]; nextId: string | null }) {
  const push = usePush();
  const isHost = useIsHost();
  const isObserver = useIsObserver();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const { open } = usePanelUi();
  const roving = useRoving(
    rows.map((row) => row.itemId),
    nextId,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    roving.onKeyDown(event);
    if (event.key !== 'Enter' || !isAsking || isObserver) return;
    const itemId = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    const row = rows.find((other) => other.itemId === itemId);
    if (row?.ask !== null) return;
    event.preventDefault();
    const rewrites = event.shiftKey && row.item?.kind === 'exercise';
    void push(row.itemId, rewrites ? { mode: 'rewrite' } : {});
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
        <ol onKeyDown={onKeyDown} onFocus={roving.onFocus} className="scroll-y relative min-h-0 pb-1">
          {rows.map((row) => (
            <AgendaListRow
              key={row.itemId}
              row={row}
              isNext={row.itemId === nextId}
              tabIndex={roving.tabIndexOf(row.itemId)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
