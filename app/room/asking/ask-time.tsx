'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import Hand from 'lucide-react/icons/hand';
import { useOnline, usePanel, useSend } from '@/app/live/use-room';
import { useMayControl, useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { ClockBar } from '@/app/ui/clock-bar';
import { clock as clockText, duration } from '@/app/ui/format';
import { Kbd } from '@/app/ui/kbd';
import { Menu, MenuItem } from '@/app/ui/menu';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { usePanelTime } from './use-panel-time';

const MINUTE_S = 60;

/** The answer's clock with its controls; once the ratings are open or the ask is over, the time it took. */
export function AskTime({ ask, live }: { ask: PanelAsk; live: boolean }) {
  if (live) return <LiveTime ask={ask} />;
  return (
    <p className="text-ink-soft text-sm tabular">
      {clockText(ask.elapsedMs)} of {clockText(ask.targetMs)}
      {ask.elapsedMs > ask.targetMs ? `, ${duration(ask.elapsedMs - ask.targetMs)} over` : ''}
    </p>
  );
}

function LiveTime({ ask }: { ask: PanelAsk }) {
  const clock = usePanel((view) => view.clock);
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const time = usePanelTime();
  const mayControl = useMayControl(ask);
  const nameOf = useNameOf();
  if (!time || !clock) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ClockBar
          elapsedMs={time.usedMs}
          targetMs={time.targetMs}
          paused={!time.running}
          className="min-w-48 flex-1"
        />
        {mayControl ? <Controls askId={ask.askId} running={time.running} /> : null}
      </div>
      {clock.moment ? (
        <p className="flex items-center gap-2 text-sm" role="status">
          <Hand size={16} aria-hidden="true" className="text-ember" />
          {nameOf(candidateId)} asked for a moment. The clock waits.
        </p>
      ) : null}
    </div>
  );
}

function Controls({ askId, running }: { askId: string; running: boolean }) {
  const send = useSend();
  const isOnline = useOnline();
  return (
    <div className="flex gap-1">
      <Button
        size="sm"
        disabled={!isOnline}
        onClick={() => void send({ type: running ? 'PauseClock' : 'ResumeClock', askId })}
      >
        {running ? 'Pause' : 'Resume'}
      </Button>
      <Button
        size="sm"
        disabled={!isOnline}
        onClick={() => void send({ type: 'AddTime', askId, seconds: MINUTE_S })}
      >
        +1 min
      </Button>
      <Menu
        trigger={
          <Button size="sm" variant="quiet" aria-label="More for this question" className="px-2">
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem
          disabled={!isOnline}
          keys={<Kbd keys="p" />}
          onSelect={() => void send({ type: running ? 'PauseClock' : 'ResumeClock', askId })}
        >
          {running ? 'Pause the clock' : 'Resume the clock'}
        </MenuItem>
        <MenuItem disabled={!isOnline} onSelect={() => void send({ type: 'SkipAsk', askId })}>
          Skip this question
        </MenuItem>
        <MenuItem disabled={!isOnline} onSelect={() => void send({ type: 'WithdrawAsk', askId })}>
          Withdraw (asked by mistake)
        </MenuItem>
      </Menu>
    </div>
  );
}
