'use client';

import { headingWords } from '@/app/agenda/heading';
import { usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { clock as clockText } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';
import { usePanelTime } from './use-panel-time';

/** The live question in a line, above whatever is read beside it. */
export function LiveStrip() {
  const live = usePanel((view) => ownOf(view.asks.asks, view.asks.liveAskId) ?? null);
  const time = usePanelTime();
  const { select } = usePanelUi();
  if (!live) return null;
  return (
    <section
      aria-label="The live question"
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-paper px-4 py-2 sm:px-6"
    >
      <Badge tone="live">Live{time ? ` ${clockText(time.usedMs)}` : ''}</Badge>
      <p className="min-w-32 flex-1 truncate text-sm">
        <span className="font-medium">{headingWords(live.kind, live.group)}</span>{' '}
        <span className="text-ink-soft">
          <PackText>{live.text}</PackText>
        </span>
      </p>
      <Button size="sm" onClick={() => select(null)}>
        Back to the live question
      </Button>
    </section>
  );
}
