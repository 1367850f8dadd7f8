'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId } from 'react';

export type Column<T extends string> = {
  id: T;
  label: string;
  /** Something came up in it while another was open. */
  hasNews?: boolean;
  content: ReactNode;
};

type ColumnsProps<T extends string> = {
  /** Names the row of tabs. */
  label: string;
  columns: readonly Column<T>[];
  /** The open tab, if the window is too narrow for columns. */
  value: T;
  onChange: (id: T) => void;
  /** The columns' widths in a wide window, as a grid template: "17rem minmax(0,1fr) 20rem". */
  template: string;
  className?: string;
};

/** A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = 0;

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Columns side by side from 900 px up, each of which scrolls alone; below that, tabs with one of them open. It needs a
 * height. All stay mounted, so that no typed text is lost. This is our own code, since a room loads it at once and the
 * library's has 8 kB.
 */
export function Columns<T extends string>(props: ColumnsProps<T>) {
  const { label, columns, value, onChange, template, className } = props;
  const id = useId();
  useEffect(() => {
    // A person in a tab that closes goes on in the tab that replaces it.
    const left = document.activeElement?.closest(`[role="tabpanel"][id^="${id}-"]`);
    if (left && !left.checkVisibility()) document.getElementById(`${id}-${value}`)?.focus();
  }, [id, value]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = columns.findIndex((column) => column.id === value);
    const step = STEPS[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step ? (at + step) % columns.length : null;
    const column = next === null ? undefined : columns.at(next);
    if (!column) return;
    event.preventDefault();
    onChange(column.id);
    document.getElementById(`${id}-tab-${column.id}`)?.focus();
  };
  return (
    <div className={clsx('flex flex-col', className)}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="flex gap-1 overflow-x-auto border-line border-b px-2 [scrollbar-width:none] fold:hidden"
      >
        {columns.map((column) => (
          <button
            key={column.id}
            type="button"
            role="tab"
            id={`${id}-tab-${column.id}`}
            aria-selected={column.id === value}
            aria-controls={`${id}-${column.id}`}
            tabIndex={column.id === value ? 0 : -1}
            onClick={() => onChange(column.id)}
            className={clsx(
              '-mb-px inline-flex min-h-(--control-lg) flex-1 items-center justify-center whitespace-nowrap border-b-2 px-3 text-sm transition-colors focus-visible:-outline-offset-2',
              column.id === value
                ? 'border-ink font-medium text-ink'
                : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {column.label}
            {column.hasNews ? (
              <>
                <span className="ml-1.5 size-1.5 rounded-full bg-ember" />
                <span className="sr-only">, new</span>
              </>
            ) : null}
          </button>
        ))}
      </div>
      <div
        className="min-h-0 flex-1 fold:grid fold:grid-cols-(--columns) fold:divide-x fold:divide-line"
        style={{ '--columns': template } as Record<string, string>}
      >
        {columns.map((column) => (
          <div
            key={column.id}
            role="tabpanel"
            id={`${id}-${column.id}`}
            aria-label={column.label}
            tabIndex={REACHABLE}
            className={clsx(
              'scroll-y relative h-full min-h-0 min-w-0 focus-visible:-outline-offset-2',
              'max-fold:pb-(--toast-room) fold:nth-2:pb-(--toast-room)',
              column.id !== value && 'max-fold:hidden',
            )}
          >
            {column.content}
          </div>
        ))}
      </div>
    </div>
  );
}
