'use client';

import { useState } from 'react';
import { useBank } from '@/app/live/use-bank';
import { useIsHost, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { moment } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import { PanelHeading } from '@/app/ui/panel-heading';
import { useTimeZone } from '@/app/ui/use-time-zone';

/** The host opens an exercise to the candidate before the round; the panel sees that it is open. */
export function HomeReading() {
  const home = usePanel((view) => view.home);
  const { format } = useRoomSlice();
  const { bank } = useBank();
  const isHost = useIsHost();
  const isOnline = useOnline();
  const send = useSend();
  const timeZone = useTimeZone();
  const [chosen, choose] = useState('');
  const exercises = (bank?.items ?? []).flatMap((item) =>
    item.kind === 'exercise' && item.original !== '' ? [item] : [],
  );
  if (format !== 'led' || exercises.length === 0 || (!isHost && !home)) return null;
  const open = exercises.find(({ id }) => id === home?.itemId);
  return (
    <section aria-labelledby="home-reading">
      <PanelHeading id="home-reading" className="border-line border-b">
        Code to read at home
      </PanelHeading>
      {home ? (
        <div className="flex items-start justify-between gap-2 pt-3 text-sm">
          <p>
            <span className="font-medium">{open?.title}</span>
            <span className="block text-ink-soft">
              The candidate can read it until {moment(home.until, home.openedAt, timeZone)}, or until the
              round starts.
            </span>
          </p>
          {isHost ? (
            <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'CloseHomeReading' })}>
              Close it
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="flex flex-col gap-2 pt-3 text-sm">
          <p className="text-ink-soft">Show the candidate an exercise for a day, before the round.</p>
          <div className="flex gap-2">
            <Select
              aria-label="Exercise to read at home"
              value={chosen}
              onChange={({ target }) => choose(target.value)}
            >
              <option value="" disabled>
                Choose an exercise
              </option>
              {exercises.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
            <Button
              size="sm"
              disabled={!isOnline || chosen === ''}
              onClick={() => void send({ type: 'OpenHomeReading', itemId: chosen })}
            >
              Show it
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
