'use client';

import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/app/http';
import type { KeptSession } from '@/server/protocol/sessions';

export interface SessionList {
  /** The sessions, and when they were fetched (ms). Null while they load. */
  found: { sessions: KeptSession[]; at: number } | null;
  /** The last failure, in words. */
  problem: string | null;
  /** The session that is ending now, or `others`. */
  ending: string | null;
  end: (sessionId: string) => Promise<void>;
  endOthers: () => Promise<void>;
}

const PATH = '/api/account/sessions';

/** Where a person is signed in, fetched each time the list opens. */
export function useSessions(open: boolean): SessionList {
  const [found, setFound] = useState<SessionList['found']>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [ending, setEnding] = useState<string | null>(null);

  const load = useCallback(async () => {
    const outcome = await ask<KeptSession[]>('GET', PATH);
    if (outcome.ok) setFound({ sessions: outcome.value, at: Date.now() });
    setProblem(outcome.ok ? null : outcome.message);
  }, []);

  useEffect(() => {
    if (open) void load();
  }, [open, load]);

  async function ends(what: string, path: string) {
    setEnding(what);
    const outcome = await ask<null>('DELETE', path);
    if (outcome.ok) await load();
    else setProblem(outcome.message);
    setEnding(null);
  }

  return {
    found,
    problem,
    ending,
    end: (sessionId) => ends(sessionId, `${PATH}/${sessionId}`),
    endOthers: () => ends('others', PATH),
  };
}
