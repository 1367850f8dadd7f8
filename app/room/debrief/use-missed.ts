import { useEffect, useState } from 'react';
import { useBank } from '@/app/live/use-bank';
import { useAsks, useLive, usePanel } from '@/app/live/use-room';
import type { Scorecard } from '@/server/protocol/scorecard';
import { type MissedPoint, missedMost, missedOnCard } from './missed-most';

/** What the panel missed most. It has the key points of the current round; of an earlier one, the scorecard has them. */
export function useMissed(roundId: string): MissedPoint[] {
  const isCurrent = usePanel((view) => view.round?.roundId === roundId);
  const asks = useAsks();
  const reveals = usePanel((view) => view.reveals.reveals);
  const { bank } = useBank();
  const earlier = useMissedEarlier(isCurrent ? null : roundId);
  return isCurrent ? missedMost(asks, reveals, bank?.items ?? []) : earlier;
}

const NOTHING: MissedPoint[] = [];

/** What this server writes itself is in the version of today; without rounds it is a rejection. */
interface OwnFile {
  rounds?: { scorecard: Scorecard }[];
}

/** It only prompts, so nobody is told when it can't be read. */
function useMissedEarlier(roundId: string | null): MissedPoint[] {
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const [missed, setMissed] = useState(NOTHING);
  useEffect(() => {
    if (roundId === null) return;
    const stop = new AbortController();
    fetch(`/api/scorecards/${roomId}/${roundId}?form=json`, { signal: stop.signal })
      .then((response): Promise<OwnFile> => response.json())
      .then(({ rounds }) => setMissed((rounds ?? []).flatMap(({ scorecard }) => missedOnCard(scorecard))))
      .catch(() => {});
    return () => stop.abort();
  }, [roomId, roundId]);
  return missed;
}
