'use client';

import { useOnline, usePanel, usePresence, useSend } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { AtDoorMenu } from '@/app/room/people/at-door-menu';
import { atTheDoor, sightOf, WAITING_TO } from '@/app/room/people/door-words';
import { HostAway, RaisedHands, TakeBack } from '@/app/room/people/host-banners';
import {
  type AtDoor,
  admitting,
  letInTogether,
  useAtDoor,
  useIsRoundLive,
  useSeatedName,
} from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { ownOf } from '@/server/protocol/in-order';
import { Banner } from './banner';
import { BANNERS } from './banners-id';
import { usePanelUi } from './panel-ui';
import { GONE, useGone, useMayControl, useNameOf } from './use-panel-room';

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

function AtTheDoor() {
  const waiting = useAtDoor();
  const { shown, more } = atTheDoor(waiting);
  return (
    <>
      {shown.map((person) => (
        <OneAtTheDoor key={person.id} person={person} />
      ))}
      {more === null ? null : <MoreAtTheDoor words={more} waiting={waiting} />}
    </>
  );
}

function OneAtTheDoor({ person }: { person: AtDoor }) {
  const { id, role, called, mustWait } = person;
  const first = useSeatedName();
  const send = useSend();
  const isOnline = useOnline();
  const isLive = useIsRoundLive();
  return (
    <Banner
      actions={
        <>
          <AtDoorMenu person={person} />
          {mustWait ? null : (
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
          )}
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
      <span className="font-medium">{called}</span> is waiting {WAITING_TO[role]}
      {mustWait ? `, after ${first}’s round` : ''}.{isLive ? ` ${sightOf([role])}` : ''}
    </Banner>
  );
}

function MoreAtTheDoor({ words, waiting }: { words: string; waiting: readonly AtDoor[] }) {
  const { open } = usePanelUi();
  const send = useSend();
  const isOnline = useOnline();
  const isLive = useIsRoundLive();
  return (
    <Banner
      actions={
        <>
          {letInTogether(waiting) > 1 ? (
            <Button
              size="sm"
              disabled={!isOnline}
              data-heir={BANNERS}
              onClick={() => void send(admitting(waiting))}
            >
              Let everyone in
            </Button>
          ) : null}
          <Button size="sm" variant="quiet" onClick={() => open('people')}>
            People
          </Button>
        </>
      }
    >
      {words} {isLive ? sightOf(waiting.map(({ role }) => role)) : ''}
    </Banner>
  );
}

/** The clock keeps running when the candidate's line is cut or they leave. The person who steers can pause it. */
function CandidateAway() {
  const candidateId = usePanel((view) => (view.round?.phase === 'asking' ? view.round.candidateId : null));
  const live = usePanel((view) => ownOf(view.asks.asks, view.asks.liveAskId) ?? null);
  const isRunning = usePanel((view) => view.clock?.runningSince != null);
  const mayControl = useMayControl(live);
  const presence = usePresence()(candidateId ?? '');
  const how = useGone(candidateId);
  const isAway = presence.state === 'away';
  const now = useServerNow(1000, isAway);
  const nameOf = useNameOf();
  const send = useSend();
  const isOnline = useOnline();
  if (candidateId === null || !(isAway || how)) return null;
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
      {nameOf(candidateId)}, in the hot seat,{' '}
      {isAway
        ? `lost the connection ${duration(Math.max(0, now - presence.since))} ago.`
        : `${GONE[how ?? 'left']}.`}
      {live ? (isRunning ? ' The clock runs on.' : ' The clock waits.') : ''}
    </Banner>
  );
}
