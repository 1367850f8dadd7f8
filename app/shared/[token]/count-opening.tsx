'use client';

import { useEffect } from 'react';
import { ask } from '@/app/http';

/** Tells the server that a person sees this page: a chat's preview loads it, and shows it to nobody. */
export function CountOpening({ token }: { token: string }) {
  useEffect(() => {
    let isCounted = false;
    const count = () => {
      if (isCounted || document.visibilityState !== 'visible') return;
      isCounted = true;
      void ask('POST', `/api/shares/opened/${encodeURIComponent(token)}`);
    };
    count();
    document.addEventListener('visibilitychange', count);
    return () => document.removeEventListener('visibilitychange', count);
  }, [token]);
  return null;
}
