'use client';

import { useState } from 'react';
import { useOnline, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import { CODE_LIMITS } from '@/server/protocol/words';

/** How long an exercise can be open for reading, in hours. */
export const HOME_HOURS = [1, 3, 6, 12, CODE_LIMITS.homeHours];

interface Props {
  exercises: readonly { id: string; title: string }[];
}

/** The host chooses an exercise, and for how long the candidate may read it. */
export function HomeReadingForm({ exercises }: Props) {
  const send = useSend();
  const isOnline = useOnline();
  const [chosen, choose] = useState('');
  const [hours, setHours] = useState<number>(CODE_LIMITS.homeHours);
  return (
    <div className="flex flex-col gap-2 pt-3 text-sm">
      <p className="text-ink-soft">Let the candidate read an exercise before the round.</p>
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
      <div className="flex gap-2">
        <Select
          aria-label="How long it is open"
          value={hours}
          className="flex-1"
          onChange={({ target }) => setHours(Number(target.value))}
        >
          {HOME_HOURS.map((some) => (
            <option key={some} value={some}>
              For {plural(some, 'hour')}
            </option>
          ))}
        </Select>
        <Button
          size="sm"
          disabled={!isOnline || chosen === ''}
          onClick={() => void send({ type: 'OpenHomeReading', itemId: chosen, hours })}
        >
          Show it
        </Button>
      </div>
    </div>
  );
}
