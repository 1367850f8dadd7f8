'use client';

import { type FocusEvent, type KeyboardEvent, useState } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Makes a list one stop for the Tab key, since a bank may hold hundreds of questions; arrow keys move within it. Each
 * row has its id in `data-row`, and buttons that do the same in every row have the same `data-part`.
 */
export function useRoving(ids: readonly string[], first: string | null) {
  const [last, setLast] = useState<string | null>(null);
  // Rows change, so the row that had the stop may be gone.
  const stop = [last, first].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;

  const onFocus = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>('[data-row]');
    if (row?.dataset.row) setLast(row.dataset.row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || !(event.target instanceof HTMLElement)) return;
    const rows = [...event.currentTarget.querySelectorAll('[data-row]')];
    const row = rows[rows.findIndex((other) => other.contains(event.target as Node)) + step];
    const part = event.target.dataset.part;
    const button = row?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? row?.querySelector('button');
    event.preventDefault();
    button?.focus();
  };
  /** The tabindex of a row's buttons. */
  const tabIndexOf = (id: string) => (id === stop ? 0 : -1);
  return { onFocus, onKeyDown, tabIndexOf };
}
