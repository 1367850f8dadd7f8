'use client';

import { useOnline, usePanel } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import type { AgendaRow } from './agenda-rows';
import { usePanelUi } from './panel-ui';
import { useIsHost, useIsObserver } from './use-panel-room';
import { usePush } from './use-push';

/** Under the agenda: push what comes next, or, when all was asked, finish. */
export function NextStep({ next }: { next: AgendaRow | null }) {
  const push = usePush();
  const { open } = usePanelUi();
  const isHost = useIsHost();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  const nothingLive = usePanel((view) => view.asks.liveAskId === null);
  // With nothing live the middle offers what comes next: one strong thing at a time.
  if (isObserver || (nothingLive && next && !isHost)) return null;
  return (
    <div className="flex gap-2 border-line border-b px-4 pt-2 pb-3">
      {next ? (
        <Button className="flex-1" disabled={!isOnline} onClick={() => void push(next.itemId)}>
          Push next
        </Button>
      ) : null}
      {isHost ? (
        <Button
          variant={next ? 'quiet' : nothingLive ? 'primary' : 'plain'}
          className={next && !nothingLive ? undefined : 'flex-1'}
          disabled={!isOnline}
          onClick={() => open('finish')}
        >
          {next && !nothingLive ? 'Finish' : 'Finish asking'}
        </Button>
      ) : next ? null : (
        <p className="text-ink-soft text-sm">All of the agenda was asked. The host finishes the round.</p>
      )}
    </div>
  );
}
