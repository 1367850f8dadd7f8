import { useCallback, useEffect, useState } from 'react';
import { type Answer, ask, post } from '@/app/http';
import { announce } from '@/app/ui/announce';
import type { ShareWish } from '@/server/protocol/requests';
import type { ShareLink } from '@/server/protocol/taking-away';

export interface Shares {
  /** Null while they are being read. */
  links: readonly ShareLink[] | null;
  problem: string | null;
  /** The address of the link that was made last: it is shown once. */
  made: string | null;
  /** Whether it was made. */
  make(wish: ShareWish): Promise<boolean>;
  revoke(shareId: string): Promise<void>;
}

/** My share links to one round. */
export function useShares(roomId: string, roundId: string): Shares {
  const path = `/api/scorecards/${roomId}/${roundId}/shares`;
  const [links, setLinks] = useState<readonly ShareLink[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const read = useCallback(async () => {
    const answer = await ask<ShareLink[]>('GET', path);
    if (answer.ok) setLinks(answer.value);
    setProblem(answer.ok ? null : answer.message);
  }, [path]);
  useEffect(() => void read(), [read]);
  const after = async (answer: Answer<unknown>) => {
    if (answer.ok) await read();
    else setProblem(answer.message);
  };
  return {
    links,
    problem,
    made,
    make: async (wish) => {
      const answer = await post<{ url: string }>(path, wish);
      if (answer.ok) setMade(answer.value.url);
      await after(answer);
      return answer.ok;
    },
    revoke: async (shareId) => {
      const answer = await post(`/api/shares/${shareId}`, {}, 'DELETE');
      if (answer.ok) announce('Link revoked.');
      await after(answer);
    },
  };
}
