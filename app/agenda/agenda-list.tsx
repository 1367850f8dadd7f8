'use client';

import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '@/app/ui/announce';
import { beginning } from '@/app/ui/format';
import { Later, useLater } from '@/app/ui/later';
import { notify } from '@/app/ui/notify';
import { moved } from './agenda';
import { type AgendaEntry, AgendaRow } from './agenda-row';

const sortable = new Later(() => import('./sortable-list').then((part) => part.default));

export interface AgendaListProps<T extends AgendaEntry> {
  label: string;
  entries: readonly T[];
  onChange: (entries: T[]) => void;
}

export interface ListActions {
  move: (from: number, to: number) => void;
  remove: (place: number) => Promise<void>;
}

/** An ordered agenda. Its buttons work at once; drag and drop works as soon as its code has loaded. */
export function AgendaList<T extends AgendaEntry>({ label, entries, onChange }: AgendaListProps<T>) {
  const dragging = useLater(sortable);
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(entries);
  const notices = useRef<(() => void)[]>([]);
  useEffect(() => {
    latest.current = entries;
  });
  // Its Undo notices work only in this list, so they close with it.
  useEffect(() => {
    const said = notices.current;
    return () => {
      for (const unsay of said) unsay();
    };
  }, []);

  const actions: ListActions = {
    move(from, to) {
      onChange(moved(entries, from, to));
      const name = entries[from]?.name ?? '';
      announce(`${name} is now ${to + 1} of ${entries.length}.`);
    },
    async remove(place) {
      const gone = entries[place];
      if (!gone) return;
      flushSync(() => onChange(entries.filter((_, at) => at !== place)));
      // The focus goes to the next row, so that the next press is not lost.
      const buttons = list.current?.querySelectorAll<HTMLButtonElement>('[aria-label^="Remove "]');
      (buttons?.[place] ?? buttons?.[place - 1])?.focus();
      // Several may show at once, over the list in a narrow window.
      const unsay = await notify(`Removed ${beginning(gone.name, 50)}`, {
        action: { label: 'Undo', run: () => onChange(latest.current.toSpliced(place, 0, gone)) },
      });
      notices.current.push(unsay);
    },
  };

  if (dragging.kind === 'here') {
    const SortableList = dragging.code;
    return (
      <div ref={list}>
        <SortableList label={label} entries={entries} actions={actions} />
      </div>
    );
  }
  return (
    <div ref={list}>
      <ol aria-label={label}>
        {entries.map((entry, place) => (
          <AgendaRow
            key={entry.id}
            entry={entry}
            place={place}
            count={entries.length}
            onMove={(to) => actions.move(place, to)}
            onRemove={() => void actions.remove(place)}
          />
        ))}
      </ol>
    </div>
  );
}
