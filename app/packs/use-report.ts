'use client';

import { useCallback, useEffect, useState } from 'react';
import type { PackReport } from '@/server/protocol/pack-library';
import { sendSource } from './send-source';

export interface Reading {
  /** The latest report; while `pending`, it is about an earlier text. */
  report: PackReport | null;
  pending: boolean;
  /** Why the text could not be read at all: the connection, or too much of it. */
  failure: string | null;
  retry: () => void;
}

/** Milliseconds without typing before the text is read. */
const PAUSE_MS = 450;

/** What the server reads in a text. Asks again at every pause in writing. */
export function useReport(source: string): Reading {
  const [read, setRead] = useState<{ source: string; report: PackReport } | null>(null);
  const [failed, setFailed] = useState<{ source: string; message: string } | null>(null);

  const ask = useCallback(async (text: string, signal: AbortSignal) => {
    setFailed(null);
    const answer = await sendSource<PackReport>('/api/packs/read', text, { signal });
    if (signal.aborted) return;
    if (answer.ok) setRead({ source: text, report: answer.value });
    else setFailed({ source: text, message: answer.message });
  }, []);

  useEffect(() => {
    const leave = new AbortController();
    const timer = setTimeout(() => void ask(source, leave.signal), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [source, ask]);

  const failure = failed?.source === source ? failed.message : null;
  return {
    report: read?.report ?? null,
    pending: read?.source !== source && failure === null,
    failure,
    retry: () => void ask(source, new AbortController().signal),
  };
}
