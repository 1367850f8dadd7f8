'use client';

import { Button } from '@/app/ui/button';
import { PanelHeading } from '@/app/ui/panel-heading';
import { Skeleton } from '@/app/ui/skeleton';
import { ROLES } from '@/server/protocol/words';
import { InviteRow } from './invite-row';
import { INVITES } from './invites-id';
import { isLocal } from './is-local';
import { OwnReturn } from './own-return';
import { useRoomSlice } from './use-everybody';
import { useInvites } from './use-invites';

/** One link per role, for the host to copy, show as a QR code, renew and turn off. */
export function Invites() {
  const { roomId, format } = useRoomSlice();
  const { state, busy, renew, revoke, retry } = useInvites(roomId);
  // In a peer room everybody joins by the panel's link and takes a turn.
  const roles = format === 'peer' ? ROLES.filter((role) => role !== 'candidate') : ROLES;
  return (
    <section aria-labelledby={INVITES}>
      <PanelHeading id={INVITES} className="border-line border-b">
        Invite
      </PanelHeading>
      {state.kind === 'failed' ? (
        <div className="flex flex-wrap items-center gap-3 py-4 text-sm">
          <p className="flex-1">{state.message}</p>
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : (
        <ul className="divide-y divide-line">
          {roles.map((role) =>
            state.kind === 'loading' ? (
              <li key={role} className="flex flex-col gap-3 py-4" aria-hidden="true">
                <Skeleton className="h-4 w-24" />
                <Skeleton className="h-8 w-full" />
              </li>
            ) : (
              <InviteRow
                key={role}
                role={role}
                format={format}
                link={state.links.find((link) => link.role === role) ?? null}
                busy={busy === role}
                onRenew={() => renew(role)}
                onRevoke={revoke}
              />
            ),
          )}
        </ul>
      )}
      {state.kind === 'here' && state.links.some(({ url }) => url !== null && isLocal(url)) ? (
        <p className="text-pretty pb-3.5 text-ink-soft text-sm">
          These links work on this computer only, since you opened Hotseat at {location.hostname}.
        </p>
      ) : null}
      <OwnReturn />
    </section>
  );
}
