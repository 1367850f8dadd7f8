'use client';

import { useState } from 'react';
import { useOnline, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import { readiness } from './readiness';
import { usePeople, useRoomSlice } from './use-everybody';

interface StartRoundProps {
  /** Peer: who goes first. */
  starterId: string | null;
  onStarter: (memberId: string) => void;
}

/** The host's one strong thing in the lobby. What is missing stands beside it in words. */
export function StartRound({ starterId, onStarter }: StartRoundProps) {
  const send = useSend();
  const online = useOnline();
  const { format } = useRoomSlice();
  const people = usePeople();
  const [pending, setPending] = useState(false);
  const state = readiness(format, people, starterId);

  async function start() {
    setPending(true);
    await send({ type: 'StartRound', candidateId: state.candidateId });
    setPending(false);
  }

  return (
    <div className="flex flex-col items-center gap-3">
      <div className="flex flex-wrap items-end justify-center gap-3">
        {format === 'peer' ? (
          <Field label="Who goes first" className="w-52">
            {(control) => (
              <Select
                {...control}
                className="[&_select]:min-h-(--control-lg)"
                value={starterId ?? ''}
                onChange={(event) => onStarter(event.target.value)}
              >
                {people
                  .filter((person) => person.role === 'panelist' && !person.sat)
                  .map((person) => (
                    <option key={person.id} value={person.id}>
                      {person.me ? `${person.name} (you)` : person.name}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Button
          variant="primary"
          size="lg"
          pending={pending}
          disabled={!online || state.missing !== null}
          onClick={() => void start()}
        >
          Start the round
        </Button>
      </div>
      <p className="text-balance text-center text-ink-soft text-sm" role="status">
        {state.missing ?? state.advice}
      </p>
    </div>
  );
}
