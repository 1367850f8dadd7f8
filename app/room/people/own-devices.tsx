'use client';

import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { moment } from '@/app/ui/format';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { Device } from '@/server/runtime/rooms';

/** The browsers that have this seat, of which any other can be ended. */
export function OwnDevices({ roomId }: { roomId: string }) {
  const path = `/api/rooms/${roomId}/devices`;
  /** With the moment at which they were fetched (ms). */
  const [{ devices, now }, setFound] = useState<{ devices: Device[]; now: number }>({ devices: [], now: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const timeZone = useTimeZone();
  const take = useCallback(async (method: 'GET' | 'DELETE', from: string) => {
    const outcome = await ask<Device[]>(method, from);
    if (outcome.ok) setFound({ devices: outcome.value, now: Date.now() });
    setProblem(outcome.ok ? null : outcome.message);
  }, []);
  useEffect(() => void take('GET', path), [take, path]);
  if (problem) return <p role="alert">{problem}</p>;
  if (devices.length < 2) return null;
  return (
    <section aria-labelledby="own-devices" className="border-line border-t pt-3">
      <h3 id="own-devices" className="kicker">
        Browsers with your seat
      </h3>
      <ul className="divide-y divide-line">
        {devices.map(({ id, at, byHost, current, mayEnd }) => {
          const when = at === null ? '' : ` ${moment(at, now, timeZone)}`;
          const how = at === null ? 'Joined the room' : byHost ? `Given by the host${when}` : `Added${when}`;
          return (
            <li key={id} className="flex items-center gap-3 py-2">
              <p className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
                {how}
                {current ? <Badge>This one</Badge> : null}
              </p>
              {mayEnd ? (
                <Button
                  size="sm"
                  aria-label={`End the browser that ${at === null ? 'joined the room' : `was ${byHost ? 'given your seat' : 'added'}${when}`}`}
                  onClick={() => void take('DELETE', `${path}/${id}`)}
                >
                  End
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
