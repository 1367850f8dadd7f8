import type { Metadata } from 'next';
import { cache } from 'react';
import { currentPrincipal } from '@/app/account/current-principal';
import { ComeBack } from '@/app/room/shell/come-back';
import { NotInRoom } from '@/app/room/shell/not-in-room';
import { RoomOver } from '@/app/room/shell/room-over';
import { RoomScreen } from '@/app/room/shell/room-screen';
import { StoppedScreen } from '@/app/room/shell/stopped-screen';
import { doorway } from '@/server/doorway';

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
  if (membership?.status === 'over') return <RoomOver title={membership.roomTitle} />;
  if (membership?.status === 'removed') return <StoppedScreen reason="removed" />;
  if (membership?.status === 'left') return <ComeBack roomId={roomId} title={membership.roomTitle} />;
  if (membership)
    return <RoomScreen roomId={roomId} memberId={membership.memberId} title={membership.roomTitle} />;
  return <NotInRoom signIn={principal ? null : `/sign-in?callbackUrl=/room/${encodeURIComponent(roomId)}`} />;
}
