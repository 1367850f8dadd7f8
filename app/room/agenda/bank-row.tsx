'use client';

import { clsx } from 'clsx';
import { headingOf } from '@/app/agenda/heading';
import { Reason } from '@/app/agenda/reason';
import { useOnline } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { type PackItem, useIsObserver } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { PackText } from '@/app/ui/pack-text';
import type { Bank } from '@/server/protocol/bank';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { textOf } from './agenda-rows';
import { pushWays } from './push-ways';
import { usePush } from './use-push';

interface Props {
  item: PackItem;
  groups: Bank['groups'];
  ask: PanelAsk | null;
  /** A remark that names the asked item that gives this one away. */
  twin: string | null;
  tabIndex: number;
}

/** One question of the bank: look at it, or push it at once. */
export function BankRow({ item, groups, ask, twin, tabIndex }: Props) {
  const { selected, select, show } = usePanelUi();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  const push = usePush();
  const [review, rewrite] = pushWays(item);
  const isOpen = selected?.kind === 'item' && selected.itemId === item.id;
  const look = () => {
    select(ask ? { kind: 'ask', askId: ask.askId } : { kind: 'item', itemId: item.id });
    show('question');
  };
  return (
    <li
      data-row={item.id}
      className={clsx('flex items-center gap-1 pr-2 hover:bg-ink/4', isOpen && 'bg-ink/6')}
    >
      <button
        type="button"
        data-part="look"
        tabIndex={tabIndex}
        onClick={look}
        aria-current={isOpen || undefined}
        className="min-w-0 flex-1 py-1.5 pl-4 text-left focus-visible:-outline-offset-2"
      >
        <span className={clsx('line-clamp-2 text-sm', ask && 'text-ink-soft')}>
          <PackText>{textOf(item)}</PackText>
        </span>
        <span className="block truncate text-ink-soft text-xs">{headingOf(item, groups)}</span>
        {twin && !ask ? <Reason words={twin} warns /> : null}
      </button>
      {ask ? (
        <span className="px-2 text-ink-soft text-xs">asked</span>
      ) : isObserver ? null : (
        <>
          {rewrite ? (
            <Button
              variant="quiet"
              size="sm"
              tabIndex={tabIndex}
              disabled={!isOnline}
              aria-label={`Push to rewrite: ${textOf(item)}`}
              title={`Rewrite: ${rewrite.time}`}
              onClick={() => void push(item.id, { mode: 'rewrite' })}
            >
              Rewrite
            </Button>
          ) : null}
          <Button
            variant="quiet"
            size="sm"
            data-part="push"
            tabIndex={tabIndex}
            disabled={!isOnline}
            aria-label={`Push: ${textOf(item)}`}
            title={review && `Review: ${review.time}`}
            onClick={() => void push(item.id)}
          >
            Push
          </Button>
        </>
      )}
    </li>
  );
}
