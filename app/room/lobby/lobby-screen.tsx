'use client';

import { useState } from 'react';
import { useLive } from '@/app/live/use-room';
import { Alone } from '@/app/room/alone/alone';
import { Door } from '@/app/room/people/door';
import { Invites } from '@/app/room/people/invites';
import { Seats } from '@/app/room/people/seats';
import { useMembers, useRoomSlice } from '@/app/room/people/use-everybody';
import { TryOut } from '@/app/room/try-out/try-out';
import { inBackground } from '@/app/ui/on-demand';
import { Appointment } from './appointment';
import { CallLink } from './call-link';
import { DeviceCheck } from './device-check';
import { HomeCode } from './home-code';
import { HomeReading } from './home-reading';
import { LobbyBar } from './lobby-bar';
import { LobbyFoot } from './lobby-foot';
import type { LobbyLayer } from './lobby-layer';
import { LobbyLayers } from './lobby-layers';
import { PlanSummary } from './plan-summary';
import { ReadySwitch } from './ready-switch';
import { StartRound } from './start-round';
import { WarmUp } from './warm-up';
import { WhatHappens } from './what-happens';

// No candidate's page needs it.
const LobbyBanners = inBackground(() => import('./lobby-banners').then((part) => part.LobbyBanners));

/** The room before its round: the people on the left, the plan and the links on the right. */
export function LobbyScreen() {
  const alone = useLive(({ view }) => view.room?.alone === true);
  return alone ? <Alone /> : <Lobby />;
}

function Lobby() {
  const audience = useLive((state) => state.audience);
  const { format, callLink, tryOut } = useRoomSlice();
  const [chosen, setChosen] = useState<string | null>(null);
  const starterId = useStarter(chosen);
  const [layer, open] = useState<LobbyLayer | null>(null);
  const isHost = audience === 'host';
  // In a peer room everybody has the hot seat sooner or later.
  const sits = audience === 'candidate' || (format === 'peer' && audience !== 'observer');
  return (
    <div className="flex min-h-dvh flex-col">
      <LobbyBar onCommands={() => open({ kind: 'commands' })} />
      {audience === 'candidate' ? null : <LobbyBanners />}
      <TryOut />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-page flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-16 [&_:is(a,input,select,button)]:scroll-my-48 gap-y-10 px-4 pt-8 pb-[calc(2rem+var(--toast-room,0px))] sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="flex min-w-0 flex-col gap-8">
          {isHost ? <Door /> : null}
          <Seats starterId={isHost ? starterId : null} />
          {audience === 'candidate' ? <HomeCode /> : <WarmUp />}
        </div>
        <aside aria-label="About this round" className="flex flex-col gap-8">
          <Appointment />
          {isHost && !tryOut ? <Invites /> : null}
          {audience === 'candidate' ? <WhatHappens /> : <PlanSummary />}
          {audience === 'candidate' ? null : <HomeReading />}
          {sits ? (
            <DeviceCheck callLink={callLink} />
          ) : (
            <div>
              <CallLink href={callLink} />
            </div>
          )}
          {sits && audience !== 'candidate' ? <WhatHappens /> : null}
        </aside>
      </main>
      {isHost ? (
        <StartRound starterId={starterId} onStarter={setChosen} />
      ) : (
        <LobbyFoot words="The host starts the round. This page updates automatically.">
          <ReadySwitch primary={audience !== 'observer'} />
        </LobbyFoot>
      )}
      <LobbyLayers layer={layer} open={open} starterId={isHost ? starterId : null} />
    </div>
  );
}

/** Peer: the chosen person if they are still here, or else the first to join of those who have still to sit. */
function useStarter(chosen: string | null): string | null {
  const members = useMembers();
  const { format } = useRoomSlice();
  if (format === 'led') return null;
  const toSit = members.filter((member) => member.role === 'panelist' && !member.sat);
  return (toSit.find((member) => member.id === chosen) ?? toSit[0])?.id ?? null;
}
