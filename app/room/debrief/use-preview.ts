import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/app/http';
import { useLive } from '@/app/live/use-room';
import { ownOf } from '@/server/protocol/in-order';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { Sharing } from '@/server/protocol/sharing';
import { isSameCard } from './same-card';

export interface Preview {
  card: Scorecard | null;
  failed: boolean;
  /** Fetches it again and shows it. True if what was on the screen is still what the candidate would get. */
  isUpToDate: () => Promise<boolean>;
}

/**
 * The scorecard that the candidate would get with this sharing. The previous one stays until the next has loaded. It is
 * fetched again whenever somebody writes feedback, or shares a note differently. A host who may not read the round has none,
 * and publishes without it.
 */
export function usePreview(roomId: string, roundId: string, sharing: Sharing, mayRead: boolean): Preview {
  const [shown, setShown] = useState<{ card: Scorecard | null; failed: boolean }>({
    card: null,
    failed: false,
  });
  const written = useWritten(roundId);
  const path = `/api/rooms/${roomId}/rounds/${roundId}/preview?sharing=${encodeURIComponent(JSON.stringify(sharing))}`;
  const newest = useRef(0);
  const fetchIt = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    const answer = await ask<Scorecard>('GET', path);
    if (mine === newest.current)
      setShown((last) =>
        answer.ok ? { card: answer.value, failed: false } : { card: last.card, failed: true },
      );
    return answer.ok ? answer.value : null;
  }, [path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written is what makes it fetch again.
  useEffect(() => {
    if (mayRead) void fetchIt();
  }, [fetchIt, written, mayRead]);
  const isUpToDate = async () => {
    if (!mayRead) return true;
    const { card, failed } = shown;
    const now = await fetchIt();
    // A host who has read that there is no preview may go on without one.
    return now === null ? failed : card !== null && isSameCard(card, now);
  };
  return { ...shown, isUpToDate };
}

/** Changes with what people wrote about the round, as far as the host is told. */
function useWritten(roundId: string): string {
  return useLive(({ view, mine }) =>
    JSON.stringify([
      'closing' in view ? view.closing?.feedback : null,
      'reveals' in view ? Object.values(view.reveals?.reveals ?? {}).map(({ notes }) => notes) : null,
      ownOf(mine?.feedback ?? {}, roundId),
    ]),
  );
}
