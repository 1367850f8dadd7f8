'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useRef, useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { nameProblem } from '@/app/account/name-problem';
import { browserPlace } from '@/app/browser-place';
import { post } from '@/app/http';
import type { RoomSetup } from '@/server/protocol/requests';
import { forgetDraft } from './draft-storage';
import { problemsOf } from './setup-draft';

export interface OpenRoom {
  open: (request: RoomSetup) => Promise<void>;
  pending: boolean;
  /** Whether somebody has pressed the button, so that problems should show. */
  tried: boolean;
  failure: string | null;
  name: string;
  setName: (name: string) => void;
  nameProblem: string | null;
  nameField: RefObject<HTMLInputElement | null>;
}

/** Opens the room, and first signs a guest in by name if nobody is signed in. */
export function useOpenRoom(signedInAs: string | null): OpenRoom {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [entered, setEntered] = useState(signedInAs !== null);
  const nameField = useRef<HTMLInputElement>(null);
  const wrongName = entered ? null : nameProblem(name);

  async function open(request: RoomSetup) {
    setTried(true);
    setFailure(null);
    if (wrongName) {
      nameField.current?.focus();
      return;
    }
    if (Object.keys(problemsOf(request)).length > 0) {
      // The first message appears with this render; the focus goes to its field, or to itself.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[aria-invalid], [data-problem]')?.focus(),
      );
      return;
    }
    setPending(true);
    const problem = (entered ? null : await enterAsGuest(name)) ?? (await send(request));
    if (problem) {
      setFailure(problem);
      setPending(false);
    }
  }

  async function send(request: RoomSetup): Promise<string | null> {
    setEntered(true);
    const outcome = await post<{ roomId: string }>('/api/rooms', request);
    if (!outcome.ok) return outcome.message;
    forgetDraft(browserPlace('localStorage'));
    router.push(`/room/${outcome.value.roomId}`);
    return null;
  }

  return { open, pending, tried, failure, name, setName, nameProblem: tried ? wrongName : null, nameField };
}
