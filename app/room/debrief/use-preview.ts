import { useEffect, useState } from 'react';
import type { Answer } from '@/app/http';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { Sharing } from '@/server/protocol/sharing';

export type Preview = { card: Scorecard | null; failed: boolean };

/** The scorecard that the candidate would get with this sharing. The previous one stays until the next has loaded. */
export function usePreview(roomId: string, roundId: string, sharing: Sharing): Preview {
  const [preview, setPreview] = useState<Preview>({ card: null, failed: false });
  const query = encodeURIComponent(JSON.stringify(sharing));
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/api/rooms/${roomId}/rounds/${roundId}/preview?sharing=${query}`, { signal: stop.signal })
      .then((response): Promise<Answer<Scorecard>> => response.json())
      .then((answer) =>
        setPreview((last) =>
          answer.ok ? { card: answer.value, failed: false } : { card: last.card, failed: true },
        ),
      )
      .catch(() => {
        if (!stop.signal.aborted) setPreview((last) => ({ ...last, failed: true }));
      });
    return () => stop.abort();
  }, [roomId, roundId, query]);
  return preview;
}
