'use client';

import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { useTimeSignals } from '@/app/live/use-time-signals';
import { Button } from '@/app/ui/button';
import { ClockRing } from '@/app/ui/clock-ring';
import { STORY_MS, toldInWords } from './story-words';

interface Props {
  toldMs: number | null;
  onTold: (ms: number) => void;
}

/** To tell a story aloud, and see whether it takes under three minutes. Nothing is recorded. */
export function StoryTimer({ toldMs, onTold }: Props) {
  const [since, setSince] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [since]);
  const start = () => {
    setNow(performance.now());
    setSince(performance.now());
  };
  const stop = () => {
    if (since !== null) onTold(Math.min(3_600_000, Math.round(performance.now() - since)));
    setSince(null);
  };
  const told = toldInWords(toldMs);
  const usedMs = since === null ? null : Math.max(0, now - since);
  const isOver = usedMs !== null && usedMs >= STORY_MS;
  const time =
    usedMs === null ? null : { usedMs, targetMs: STORY_MS, leftMs: STORY_MS - usedMs, running: true };
  // The end is said by the status below, which also shows it.
  useTimeSignals('story', time, { 'last-minute': 'About one minute left.' });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded bg-sunken p-4">
      {usedMs === null ? null : (
        <ClockRing elapsedMs={usedMs} targetMs={STORY_MS} paused={false} size={128} />
      )}
      <div className="flex min-w-0 flex-col items-start gap-2">
        <Button size="sm" onClick={since === null ? start : stop}>
          {since === null ? 'Tell it aloud: 3:00' : 'I’ve told it'}
        </Button>
        <p className={clsx('text-sm', isOver ? 'font-medium' : 'text-ink-soft')} role="status">
          {usedMs === null
            ? told
              ? `Last time ${told}.`
              : 'Nothing is recorded.'
            : isOver
              ? 'Three minutes are over. Finish your thought.'
              : ''}
        </p>
      </div>
    </div>
  );
}
