'use client';

import { useState } from 'react';
import { useOnline, useSend } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';
import type { RunSet } from '@/server/protocol/code';
import { canRun, needsEngine, runnerOf } from './runner';

const STARTING = 'Starting. The first run takes a few seconds.';

interface Props {
  askId: string;
  language: string | null;
  set: RunSet;
  /** Null for `none`. */
  checks: string | null;
  data: string | null;
  label: string;
  /** The text as it is now. */
  text: () => string;
}

/** Runs the code in this browser, with checks or without, and tells the room what came of it. */
export function RunChecks({ askId, language, set, checks, data, label, text }: Props) {
  const send = useSend();
  const isOnline = useOnline();
  const [running, setRunning] = useState(false);
  if (!canRun(language)) return null;
  const run = async () => {
    setRunning(true);
    if (needsEngine(language)) announce(STARTING);
    try {
      const runner = await runnerOf(language);
      const report = await runner?.run({ text: text(), checks, data });
      if (report) await send({ type: 'ReportChecks', askId, set, ...report });
    } catch {
      void notify('What runs the code did not load. Nothing was run: try again in a moment.');
    } finally {
      setRunning(false);
    }
  };
  return (
    <span className="flex flex-wrap items-center gap-x-3 self-start">
      <Button size="sm" pending={running} disabled={!isOnline} onClick={() => void run()}>
        {label}
      </Button>
      {running && needsEngine(language) ? <span className="text-ink-soft text-sm">{STARTING}</span> : null}
    </span>
  );
}
