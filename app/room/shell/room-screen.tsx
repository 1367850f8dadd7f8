'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { LiveRoom } from '@/app/live/live-room';
import { useConnection, useLive, useRoomClient } from '@/app/live/use-room';
import { DoorNews } from '@/app/room/people/door-news';
import { notify } from '@/app/ui/notify';
import { inBackground, onDemand } from '@/app/ui/on-demand';
import { whenIdle } from '@/app/ui/when-idle';
import { CalmSkeleton } from './calm-skeleton';
import { ConnectionBanner } from './connection-banner';
import { RoomSkeleton } from './room-skeleton';
import { RoomTitle } from './room-title';
import { StoppedScreen } from './stopped-screen';
import { screenOf } from './which-screen';

const panel = <RoomSkeleton />;
const calm = <CalmSkeleton />;
// Each role downloads its own screen, and no candidate's browser holds the panel's code. `dynamic` puts their names in
// the build's manifest, which the check of the page's size reads; `onDemand` survives a failed download.
const PanelScreen = dynamic(
  async () => onDemand(() => import('./panel-screen').then((m) => m.PanelScreen), panel),
  { loading: () => panel },
);
const LobbyScreen = dynamic(
  async () => onDemand(() => import('@/app/room/lobby/lobby-screen').then((m) => m.LobbyScreen), calm),
  { loading: () => calm },
);
const WaitingScreen = dynamic(
  async () => onDemand(() => import('@/app/room/people/waiting-screen').then((m) => m.WaitingScreen), calm),
  { loading: () => calm },
);
const CandidateScreen = dynamic(
  async () =>
    onDemand(() => import('@/app/room/candidate/candidate-screen').then((m) => m.CandidateScreen), calm),
  { loading: () => calm },
);
const GreenRoomScreen = dynamic(
  async () =>
    onDemand(() => import('@/app/room/candidate/green-room-screen').then((m) => m.GreenRoomScreen), calm),
  { loading: () => calm },
);

const OwnNews = inBackground(() => import('@/app/room/people/own-news').then((m) => m.OwnNews));
const UnsentCode = inBackground(() => import('@/app/room/code/unsent-code').then((m) => m.UnsentCode));
const KeptFocus = inBackground(() => import('@/app/ui/kept-focus').then((m) => m.KeptFocus));
// Not at the start of anything.
const EndedScreen = onDemand(() => import('./ended-screen').then((m) => m.EndedScreen), calm);
const OverScreen = onDemand(() => import('./over-screen').then((m) => m.OverScreen), calm);
const fetchAhead = () => {
  void EndedScreen.ahead();
  void OverScreen.ahead();
};

interface Props {
  roomId: string;
  memberId: string;
  title: string;
}

/** One page for everybody in the room. The room decides which screen it shows. */
export function RoomScreen({ roomId, memberId, title }: Props) {
  useEffect(() => whenIdle(fetchAhead), []);
  return (
    <LiveRoom roomId={roomId} memberId={memberId} fallback={<RoomSkeleton title={title} />}>
      <RoomTitle title={title} />
      <Rejections />
      <DoorNews />
      <OwnNews />
      <UnsentCode />
      <KeptFocus />
      <Screen title={title} />
      <ConnectionBanner />
    </LiveRoom>
  );
}

function Screen({ title }: { title: string }) {
  const connection = useConnection();
  const screen = useLive(screenOf);
  if (connection.kind === 'stopped') return <StoppedScreen reason={connection.reason} />;
  switch (screen) {
    case 'connecting':
      return <RoomSkeleton title={title} />;
    case 'waiting':
      return <WaitingScreen />;
    case 'lobby':
      return <LobbyScreen />;
    case 'over':
      return <OverScreen />;
    case 'ended':
      return <EndedScreen />;
    case 'candidate':
      return <CandidateScreen />;
    case 'green-room':
      return <GreenRoomScreen />;
    case 'panel':
      return <PanelScreen />;
  }
}

/** The room's rejection, as a sentence. */
function Rejections() {
  const client = useRoomClient();
  useEffect(() => client.onRejection((message) => void notify(message)), [client]);
  return null;
}
