'use client';

import Hand from 'lucide-react/icons/hand';
import type { ReactNode } from 'react';
import { useIsHost, useLive, useMine, useOnline, usePanel, usePresence, useSend } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { AtDoorMenu } from '@/app/room/people/at-door-menu';
import { atTheDoor, sightOf, WAITING_TO } from '@/app/room/people/door-words';
import { type AtDoor, useAtDoor } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import { HOST_AWAY_MS, type Role } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';
import { BANNERS } from './banners-id';
import { usePanelUi } from './panel-ui';
import { useMayControl, useNameOf } from './use-panel-room';

/** Lines for what somebody should act on. */
export function ToActOn() {
  return (
    <>
      <AtTheDoor />
      <HostAway />
      <CandidateAway />
      <TakeBack />
      <RaisedHands />
    </>
  );
}

function Banner({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex min-h-12 shrink-0 animate-appear flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sunken px-4 py-1.5 text-sm">
      <p className="min-w-0 flex-1">{children}</p>
      {actions ? <div className="flex gap-1">{actions}</div> : null}
    </div>
  );
}

function AtTheDoor() {
  const waiting = useAtDoor();
  const { shown, more } = atTheDoor(waiting);
  return (
    <>
      {shown.map((person) => (
        <OneAtTheDoor key={person.id} person={person} />
      ))}
      {more === null ? null : <MoreAtTheDoor words={more} roles={waiting.map(({ role }) => role)} />}
    </>
  );
}

const useIsRoundLive = () => usePanel((view) => view.round !== null && !isOver(view.round.phase));

function OneAtTheDoor({ person }: { person: AtDoor }) {
  const { id, role, called } = person;
  const send = useSend();
  const isOnline = useOnline();
  const isLive = useIsRoundLive();
  return (
    <Banner
      actions={
        <>
          <AtDoorMenu id={id} name={called} role={role} />
          <Button
            size="sm"
            variant="primary"
            disabled={!isOnline}
            aria-label={`Let ${called} in`}
            data-heir={BANNERS}
            onClick={() => void send({ type: 'AdmitMember', memberId: id })}
          >
            Let in
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabled={!isOnline}
            aria-label={`Decline ${called}`}
            data-heir={BANNERS}
            onClick={() => void send({ type: 'DeclineMember', memberId: id })}
          >
            Decline
          </Button>
        </>
      }
    >
      <span className="font-medium">{called}</span> is waiting {WAITING_TO[role]}.
      {isLive ? ` ${sightOf([role])}` : ''}
    </Banner>
  );
}

function MoreAtTheDoor({ words, roles }: { words: string; roles: readonly Role[] }) {
  const { open } = usePanelUi();
  const send = useSend();
  const isOnline = useOnline();
  const isLive = useIsRoundLive();
  return (
    <Banner
      actions={
        <>
          <Button
            size="sm"
            disabled={!isOnline}
            data-heir={BANNERS}
            onClick={() => void send({ type: 'AdmitEveryone' })}
          >
            Let everyone in
          </Button>
          <Button size="sm" variant="quiet" onClick={() => open('people')}>
            People
          </Button>
        </>
      }
    >
      {words} {isLive ? sightOf(roles) : ''}
    </Banner>
  );
}

function HostAway() {
  const hostId = usePanel((view) => view.room.hostId);
  const isPanelist = useLive((state) => state.audience === 'panelist');
  const presence = usePresence()(hostId);
  const isAway = presence.state === 'away';
  const now = useServerNow(1000, isAway);
  const nameOf = useNameOf();
  const send = useSend();
  const isOnline = useOnline();
  if (!isAway) return null;
  const awayMs = Math.max(0, now - presence.since);
  const leftMs = HOST_AWAY_MS - awayMs;
  return (
    <Banner
      actions={
        isPanelist && leftMs <= 0 ? (
          <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'TakeOverHost' })}>
            Take over as host
          </Button>
        ) : null
      }
    >
      {nameOf(hostId)}, the host, lost the connection {duration(awayMs)} ago. The round goes on.
      {isPanelist && leftMs > 0 ? ` You can take over in ${Math.ceil(leftMs / 1000)} s.` : ''}
    </Banner>
  );
}

/** The clock keeps running when the candidate's line is cut. The person who steers can pause it. */
function CandidateAway() {
  const candidateId = usePanel((view) => (view.round?.phase === 'asking' ? view.round.candidateId : null));
  const live = usePanel((view) => ownOf(view.asks.asks, view.asks.liveAskId) ?? null);
  const isRunning = usePanel((view) => view.clock?.runningSince != null);
  const mayControl = useMayControl(live);
  const presence = usePresence()(candidateId ?? '');
  const isAway = presence.state === 'away';
  const now = useServerNow(1000, isAway);
  const nameOf = useNameOf();
  const send = useSend();
  const isOnline = useOnline();
  if (candidateId === null || !isAway) return null;
  return (
    <Banner
      actions={
        live && isRunning && mayControl ? (
          <Button
            size="sm"
            variant="primary"
            disabled={!isOnline}
            onClick={() => void send({ type: 'PauseClock', askId: live.askId })}
          >
            Let the clock wait
          </Button>
        ) : null
      }
    >
      {nameOf(candidateId)}, in the hot seat, lost the connection{' '}
      {duration(Math.max(0, now - presence.since))} ago.
      {live ? (isRunning ? ' The clock runs on.' : ' The clock waits.') : ''}
    </Banner>
  );
}

function TakeBack() {
  const mayReclaim = useMine((mine) => mine.mayReclaim) ?? false;
  const isHost = useIsHost();
  const hostId = usePanel((view) => view.room.hostId);
  const nameOf = useNameOf();
  const send = useSend();
  if (!mayReclaim || isHost) return null;
  return (
    <Banner
      actions={
        <Button size="sm" onClick={() => void send({ type: 'ReclaimHost' })}>
          Take the host’s role back
        </Button>
      }
    >
      While you were away {nameOf(hostId)} took over as host.
    </Banner>
  );
}

function RaisedHands() {
  const hands = usePanel((view) => view.hands.members);
  const roster = usePanel((view) => inOrder(view.roster.members));
  const members = roster.flatMap(({ id }) => (ownOf(hands, id) ? [id] : []));
  const nameOf = useNameOf();
  if (members.length === 0) return null;
  return (
    <Banner>
      <Hand size={16} aria-hidden="true" className="mr-2 inline text-ember" />
      {members.map(nameOf).join(', ')} raised a hand.
    </Banner>
  );
}
