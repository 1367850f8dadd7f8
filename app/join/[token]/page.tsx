import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { knownName } from '@/app/account/known-name';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { REJECTIONS } from '@/server/protocol/rejections';
import { normaliseCode } from '../invite-code';
import { JoinForm } from './join-form';
import { Rejected } from './rejected';

// The address itself is the key to the room, so no site that is linked from here may learn it.
export const metadata: Metadata = {
  title: 'Join a panel',
  referrer: 'no-referrer',
  robots: { index: false },
};

export default async function JoinTokenPage({ params }: { params: Promise<{ token: string }> }) {
  const { token: written } = await params;
  const token = normaliseCode(written);
  const { rooms, identity } = doorway();
  const principal = await currentPrincipal();
  const peek = token
    ? await rooms.peek(principal, token)
    : { ok: false as const, code: 'invite-unknown' as const, message: REJECTIONS['invite-unknown'] };
  if (peek.ok && peek.value.memberOf) redirect(`/room/${peek.value.memberOf}`);
  if (peek.ok && !principal && !identity.guests) redirect(`/sign-in?callbackUrl=/join/${token}`);
  // Somebody who was invited to a room that has ended may have its time in their calendar.
  const hasFile =
    token !== null &&
    !peek.ok &&
    peek.code === 'room-ended' &&
    (await rooms.inviteCalendar(principal, token)).ok;
  return (
    <AppShell account={<Account />} className="grid place-items-center py-12">
      {peek.ok && token ? (
        <JoinForm
          token={token}
          invite={peek.value}
          name={knownName(principal)}
          accounts={!principal && identity.providers.length > 0}
        />
      ) : (
        <Rejected
          code={peek.ok ? 'invite-unknown' : peek.code}
          signedIn={principal !== null}
          calendar={hasFile ? `/api/invites/${token}/calendar` : null}
        />
      )}
    </AppShell>
  );
}
