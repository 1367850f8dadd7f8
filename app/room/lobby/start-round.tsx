'use client';

import { useId } from 'react';
import { useOnline } from '@/app/live/use-room';
import { type Person, usePeople, useRoomSlice } from '@/app/room/people/use-everybody';
import { youAfter } from '@/app/room/people/you-after';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/input';
import { LobbyFoot } from './lobby-foot';
import { useStart } from './use-start';

interface StartRoundProps {
  /** Peer: who goes first. */
  starterId: string | null;
  onStarter: (memberId: string) => void;
}

/** The host's primary button in the lobby. Beside it is what is still missing. */
export function StartRound({ starterId, onStarter }: StartRoundProps) {
  const online = useOnline();
  const { format } = useRoomSlice();
  const people = usePeople();
  const { isClosed, state, pending, start, openLobby } = useStart(starterId);
  if (isClosed)
    return (
      <LobbyFoot words="The lobby opens automatically 15 minutes before the time. Until then the others wait.">
        <Button size="lg" disabled={!online} onClick={openLobby}>
          Open the lobby now
        </Button>
      </LobbyFoot>
    );
  return (
    <LobbyFoot words={state.missing ?? state.advice}>
      {format === 'peer' ? <Starter people={people} starterId={starterId} onStarter={onStarter} /> : null}
      <Button
        variant="primary"
        size="lg"
        pending={pending}
        disabled={!online || state.missing !== null}
        onClick={() => void start()}
      >
        Start the round
      </Button>
    </LobbyFoot>
  );
}

function Starter({ people, starterId, onStarter }: StartRoundProps & { people: readonly Person[] }) {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="font-medium text-sm">
        First in the hot seat
      </label>
      <Select
        id={id}
        className="w-44 [&_select]:min-h-(--control-lg)"
        value={starterId ?? ''}
        onChange={(event) => onStarter(event.target.value)}
      >
        {people
          .filter((person) => person.role === 'panelist' && !person.sat)
          .map((person) => (
            <option key={person.id} value={person.id}>
              {person.me ? `${person.name}${youAfter(person.name)}` : person.called}
            </option>
          ))}
      </Select>
    </div>
  );
}
