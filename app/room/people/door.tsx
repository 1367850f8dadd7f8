'use client';

import { useSend } from '@/app/live/use-room';
import { Avatar } from '@/app/ui/avatar';
import { Button } from '@/app/ui/button';
import { AtDoorMenu } from './at-door-menu';
import { sightOf, WAITING_TO } from './door-words';
import { LetBack } from './let-back';
import {
  type AtDoor,
  admitting,
  letInTogether,
  useAtDoor,
  useIsRoundLive,
  useSeatedName,
} from './use-everybody';

/**
 * The waiting people, whom the host lets in or declines. After a decision the focus goes to the heading, since a second
 * press would decide about the next person.
 */
export function Door() {
  const send = useSend();
  const waiting = useAtDoor();
  const isLive = useIsRoundLive();
  if (waiting.length === 0) return <LetBack />;
  return (
    <section aria-labelledby="door" className="rounded bg-ember-wash px-4 py-3">
      <div className="flex items-center justify-between gap-3">
        <h2 id="door" tabIndex={-1} className="kicker text-ember-strong">
          Waiting room
        </h2>
        {letInTogether(waiting) > 1 ? (
          <Button size="sm" data-heir="door" onClick={() => void send(admitting(waiting))}>
            Let everyone in
          </Button>
        ) : null}
      </div>
      {isLive ? <p className="text-pretty text-sm">{sightOf(waiting.map(({ role }) => role))}</p> : null}
      <ul className="divide-y divide-line">
        {waiting.map((person) => (
          <OneAtDoor key={person.id} person={person} />
        ))}
      </ul>
      <LetBack />
    </section>
  );
}

function OneAtDoor({ person }: { person: AtDoor }) {
  const { id, name, role, called, namesake, mustWait } = person;
  const send = useSend();
  const first = useSeatedName();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
      <Avatar name={name} place={namesake?.place} />
      <p className="min-w-0 flex-1 leading-5">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-ink-soft text-sm">
          {WAITING_TO[role]}
          {namesake ? `, ${namesake.which}` : ''}
          {mustWait ? `, after ${first}’s round` : ''}
        </span>
      </p>
      <AtDoorMenu person={person} />
      <Button
        variant="quiet"
        size="sm"
        aria-label={`Decline ${called}`}
        data-heir="door"
        onClick={() => void send({ type: 'DeclineMember', memberId: id })}
      >
        Decline
      </Button>
      {mustWait ? null : (
        <Button
          variant="primary"
          size="sm"
          aria-label={`Let ${called} in`}
          data-heir="door"
          onClick={() => void send({ type: 'AdmitMember', memberId: id })}
        >
          Let in
        </Button>
      )}
    </li>
  );
}
