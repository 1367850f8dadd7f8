'use client';

import { useCallback, useEffect, useState } from 'react';
import { ask, post } from '@/app/http';
import { useLive } from '@/app/live/use-room';
import { notify } from '@/app/ui/notify';
import type { Role } from '@/server/protocol/words';
import type { InviteLink } from '@/server/runtime/rooms';

export type InvitesState =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'here'; links: InviteLink[] };

export interface Invites {
  state: InvitesState;
  /** The role whose link is changing. */
  busy: Role | null;
  renew: (role: Role) => void;
  revoke: (link: InviteLink) => void;
  retry: () => void;
}

const UNFETCHED = 'The links could not be loaded. They still work. Check your connection and try again.';

/** How long a renewed link lasts. */
const HOURS = 7 * 24;

/** The links of the room. The host fetches them; they never arrive through the live channel. */
export function useInvites(roomId: string): Invites {
  const [state, setState] = useState<InvitesState>({ kind: 'loading' });
  const [busy, setBusy] = useState<Role | null>(null);
  const path = `/api/rooms/${roomId}/invites`;
  // When a link was used, renewed or turned off elsewhere, the room tells this without the link itself.
  const told = useLive((live) => live.view.door?.invites ?? null);

  const load = useCallback(async () => {
    const answer = await ask<InviteLink[]>('GET', path);
    if (answer.ok) setState({ kind: 'here', links: answer.value });
    else if (answer.code !== 'unavailable') setState({ kind: 'failed', message: answer.message });
    else setState((before) => (before.kind === 'here' ? before : { kind: 'failed', message: UNFETCHED }));
  }, [path]);

  useEffect(() => {
    if (told) void load();
  }, [load, told]);

  async function change(role: Role, request: () => ReturnType<typeof post<InviteLink[]>>, done: string) {
    setBusy(role);
    const outcome = await request();
    setBusy(null);
    if (outcome.ok) {
      setState({ kind: 'here', links: outcome.value });
      void notify(done);
    } else void notify('The link stays as it was', { more: outcome.message, failed: true });
  }

  return {
    state,
    busy,
    renew: (role) =>
      void change(
        role,
        () => post<InviteLink[]>(path, { role, hours: HOURS }),
        'New link made. The old one no longer works.',
      ),
    revoke: ({ role, inviteId }) =>
      void change(
        role,
        () => post<InviteLink[]>(`${path}/${inviteId}`, {}, 'DELETE'),
        'Link turned off. People in the room stay.',
      ),
    retry: () => void load(),
  };
}
