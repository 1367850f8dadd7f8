'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { score } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { AgendaRow } from './agenda-rows';

type State = 'to-come' | 'live' | 'closed' | 'skipped' | 'withdrawn';

const WORDS: Record<State, string> = {
  'to-come': 'to come',
  live: 'live',
  closed: 'asked',
  skipped: 'skipped',
  withdrawn: 'withdrawn',
};

/** Dot, tick, ring or dash; its word is in the row's name. */
function StateSign({ state }: { state: State }) {
  if (state === 'live') return <span className="size-2 rounded-full bg-ember" />;
  if (state === 'to-come') return <span className="size-2 rounded-full inset-ring inset-ring-edge" />;
  if (state !== 'closed') return <span className="h-px w-2.5 bg-ink-soft" />;
  return (
    <svg viewBox="0 0 12 12" className="size-3 text-ink-soft" fill="none" aria-hidden="true">
      <path d="m2 6.5 2.6 2.6L10 3.4" stroke="currentColor" strokeWidth="1.75" />
    </svg>
  );
}

interface Props {
  row: AgendaRow;
  isNext: boolean;
  tabIndex: number;
}

/** One question of the round: press to look at it. */
export function AgendaListRow({ row, isNext, tabIndex }: Props) {
  const { selected, select, show } = usePanelUi();
  const { ask } = row;
  const state: State = ask ? ask.status : 'to-come';
  const isOpen =
    selected?.kind === 'item'
      ? selected.itemId === row.itemId
      : selected?.askId === ask?.askId && ask !== null;
  const gone = state === 'skipped' || state === 'withdrawn';
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (state === 'live') item.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  const look = () => {
    if (state === 'live') select(null);
    else select(ask ? { kind: 'ask', askId: ask.askId } : { kind: 'item', itemId: row.itemId });
    show('question');
  };
  return (
    <li ref={item} data-row={row.itemId}>
      <button
        type="button"
        data-part="look"
        tabIndex={tabIndex}
        onClick={look}
        aria-current={isOpen || undefined}
        className={clsx(
          'grid w-full grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2.5 px-4 py-1.5 text-left transition-colors hover:bg-ink/4 focus-visible:-outline-offset-2',
          isOpen && 'bg-ink/6',
          state === 'live' && 'bg-ember-wash hover:bg-ember-wash',
        )}
      >
        <span className="row-span-2 flex h-5 items-center justify-center">
          <StateSign state={state} />
        </span>
        <span
          className={clsx('truncate text-sm', state === 'live' || isNext ? 'font-semibold' : 'font-medium', {
            'text-ink-soft line-through': gone,
          })}
        >
          {row.heading}
          <span className="sr-only">, {isNext ? 'next' : WORDS[state]}. </span>
        </span>
        <span className="text-right text-ink-soft text-sm tabular">
          {ask?.revealed ? (
            <>
              <span className="sr-only">Mean </span>
              {ask.mean === null ? 'n/a' : score(ask.mean)}
            </>
          ) : state === 'closed' && ask ? (
            <span className="text-xs">{`${ask.rated}/${ask.of} rated`}</span>
          ) : null}
        </span>
        <span className="col-start-2 col-end-4 truncate text-ink-soft text-xs">
          <PackText>{row.text}</PackText>
        </span>
      </button>
    </li>
  );
}
