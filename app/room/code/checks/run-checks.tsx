'use client';

import { useState } from 'react';
import { useOnline, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import type { CheckSet } from '@/server/protocol/code';
import { canRun, runnerOf } from './runner';

interface Props {
  askId: string;
  language: string | null;
  set: CheckSet;
  checks: string;
  data: string | null;
  label: string;
  /** The text as it is now. */
  text: () => string;
}

/** Runs checks in this browser, and tells the room what they said. */
export function RunChecks({ askId, language, set, checks, data, label, text }: Props) {
  const send = useSend();
  const isOnline = useOnline();
  const [running, setRunning] = useState(false);
  if (!canRun(language)) return null;
  const run = async () => {
    setRunning(true);
    try {
      const runner = await runnerOf(language);
      const report = await runner?.run({ text: text(), checks, data });
      if (report) await send({ type: 'ReportChecks', askId, set, ...report });
    } finally {
      setRunning(false);
    }
  };
  return (
    <Button
      size="sm"
      className="self-start"
      pending={running}
      disabled={!isOnline}
      onClick={() => void run()}
    >
      {label}
    </Button>
  );
}
