import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import { doorway } from '@/server/doorway';
import { RoomScreen } from './room-screen';

interface RoomPageProps {
  params: Promise<{ roomId: string }>;
}

const membershipOf = cache(async (roomId: string) => {
  const principal = await currentPrincipal();
  const membership = principal && (await doorway().rooms.membership(principal, roomId));
  return { principal, membership };
});

export async function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  const { membership } = await membershipOf((await params).roomId);
  return { title: membership?.roomTitle ?? 'Room', robots: { index: false } };
}

export default async function RoomPage({ params }: RoomPageProps) {
  const { roomId } = await params;
  const { principal, membership } = await membershipOf(roomId);
  if (!principal) redirect(`/sign-in?callbackUrl=/room/${encodeURIComponent(roomId)}`);
  if (membership)
    return <RoomScreen roomId={roomId} memberId={membership.memberId} title={membership.roomTitle} />;
  return (
    <AppShell account={<Account />}>
      <ErrorState
        title="You are not in this room"
        action={
          <>
            <ButtonLink href="/join">Use an invite link</ButtonLink>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        A room is open to those who were invited. Open your invite link again, or ask the host for one. If you
        came in on another device, sign in there as the same person.
      </ErrorState>
    </AppShell>
  );
}
