'use client';

import { useAsks, useIsHost, useOnline, usePanel } from '@/app/live/use-room';
import type { AgendaRow } from '@/app/room/agenda/agenda-rows';
import { PushButtons } from '@/app/room/agenda/push-buttons';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useIsObserver } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';

/**
 * Under the agenda: push the next item or, when all were asked, finish. While nothing is live, the middle offers the
 * next question instead: one primary button at a time. In a narrow window
 * `NextBar` does it.
 */
export function NextStep({ next }: { next: AgendaRow | null }) {
  const { open } = usePanelUi();
  const isHost = useIsHost();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  const nothingLive = usePanel((view) => view.asks.liveAskId === null);
  const nothingAsked = useAsks().length === 0;
  const mayFinish = isHost && !nothingAsked;
  const mayPush = next !== null && !nothingLive;
  if (isObserver || (!mayFinish && !mayPush)) return <div className="border-line border-b pb-1" />;
  return (
    <div className="flex flex-wrap gap-2 border-line border-b px-4 pt-2 pb-3 max-fold:hidden">
      {mayPush ? (
        <PushButtons className="flex-1" itemId={next.itemId} item={next.item} label="Push next" />
      ) : null}
      {mayFinish ? (
        <Button
          variant={mayPush ? 'quiet' : next === null && nothingLive ? 'primary' : 'plain'}
          className={mayPush ? undefined : 'flex-1'}
          disabled={!isOnline}
          onClick={() => open('finish')}
        >
          {mayPush ? 'Finish' : 'Finish asking'}
        </Button>
      ) : null}
    </div>
  );
}
