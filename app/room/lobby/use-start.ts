'use client';

import { useState } from 'react';
import { useMine, useSend } from '@/app/live/use-room';
import { useAtDoor, useDoor, usePeople, useRoomSlice } from '@/app/room/people/use-everybody';
import { type Readiness, readiness } from './readiness';

interface Start {
  /** The lobby of a room with a time is still closed to everybody but the host. */
  isClosed: boolean;
  state: Readiness;
  pending: boolean;
  start: () => Promise<void>;
  openLobby: () => void;
}

/** How the host gets the next round started. `starterId`: who goes first among peers. */
export function useStart(starterId: string | null): Start {
  const send = useSend();
  const { format } = useRoomSlice();
  const hostRates = useDoor()?.settings.hostRates ?? true;
  const people = usePeople();
  const [pending, setPending] = useState(false);
  const sitters = people.map((person) => ({ ...person, steersOnly: person.host && !hostRates }));
  const state = readiness(format, sitters, starterId, useAtDoor());
  return {
    isClosed: useMine((mine) => mine.opensAt !== null) ?? false,
    state,
    pending,
    start: async () => {
      setPending(true);
      await send({ type: 'StartRound', candidateId: state.candidateId });
      setPending(false);
    },
    openLobby: () => void send({ type: 'OpenLobby' }),
  };
}
