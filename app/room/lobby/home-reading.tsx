'use client';

import { useState } from 'react';
import { useBank } from '@/app/live/use-bank';
import { useIsHost, useOnline, usePanel, useRoomClient, useSend } from '@/app/live/use-room';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { moment, plural } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import { PanelHeading } from '@/app/ui/panel-heading';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { HomeSlice } from '@/server/protocol/code';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import { CODE_LIMITS } from '@/server/protocol/words';
import { HOME_HOURS, HomeReadingForm } from './home-reading-form';

type Exercise = Extract<PackItem, { kind: 'exercise' }>;

/** The host opens an exercise to the candidate before the round; the panel sees whether it is open, and who has read it. */
export function HomeReading() {
  const home = usePanel((view) => view.home);
  const { format } = useRoomSlice();
  const { bank } = useBank();
  const isHost = useIsHost();
  const exercises = (bank?.items ?? []).flatMap((item) =>
    item.kind === 'exercise' && item.original !== '' ? [item] : [],
  );
  if (format !== 'led' || exercises.length === 0 || (!isHost && !home)) return null;
  return (
    <section aria-labelledby="home-reading">
      <PanelHeading
        id="home-reading"
        className="border-line border-b"
        aside={<Badge tone={home ? 'soft' : 'plain'}>{home ? 'Open' : 'Closed'}</Badge>}
      >
        Code to read at home
      </PanelHeading>
      {home ? <OpenReading home={home} exercises={exercises} /> : <HomeReadingForm exercises={exercises} />}
    </section>
  );
}

interface OpenReadingProps {
  home: NonNullable<HomeSlice>;
  exercises: readonly Exercise[];
}

function OpenReading({ home, exercises }: OpenReadingProps) {
  const isHost = useIsHost();
  const isOnline = useOnline();
  const send = useSend();
  const timeZone = useTimeZone();
  const { clock } = useRoomClient();
  const [hours, setHours] = useState<number>(CODE_LIMITS.homeHours);
  const { members } = usePanel((view) => view.roster);
  const { itemId, until, reads } = home;
  const toSit = inOrder(members).filter(({ role, sat }) => role === 'candidate' && !sat);
  const at = (time: number) => moment(time, clock.now(), timeZone);
  return (
    <div className="flex flex-col gap-2 pt-3 text-sm">
      <p>
        <span className="font-medium">{exercises.find(({ id }) => id === itemId)?.title}</span>
        <span className="block text-ink-soft">
          The candidate can read it until {at(until)}, or until the round starts.
        </span>
      </p>
      <ul>
        {toSit.map(({ id, name }) => {
          const read = ownOf(reads, id);
          return (
            <li key={id}>{read ? `${name} opened it ${at(read.at)}.` : `${name} hasn’t opened it yet.`}</li>
          );
        })}
      </ul>
      {isHost ? (
        <div className="flex flex-wrap gap-2">
          <Select
            aria-label="How long it stays open"
            value={hours}
            className="flex-1"
            onChange={({ target }) => setHours(Number(target.value))}
          >
            {HOME_HOURS.map((some) => (
              <option key={some} value={some}>
                {plural(some, 'hour')} from now
              </option>
            ))}
          </Select>
          <Button
            size="sm"
            disabled={!isOnline}
            onClick={() => void send({ type: 'OpenHomeReading', itemId, hours })}
          >
            Change the time
          </Button>
          <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'CloseHomeReading' })}>
            Close it
          </Button>
        </div>
      ) : null}
    </div>
  );
}
