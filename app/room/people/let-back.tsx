'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { inOrder } from '@/server/protocol/in-order';
import { called, namesakes } from '@/server/protocol/namesakes';
import { sightOf } from './door-words';
import { useDoor, useIsRoundLive, useMembers } from './use-everybody';

/** The people whom the host removed or declined, perhaps by mistake. Renders nothing if there are none. */
export function LetBack() {
  const send = useSend();
  const out = inOrder(useDoor()?.out ?? {});
  const sight = sightOf(out.map(({ role }) => role));
  const alike = new Map(namesakes([...useMembers(), ...out]).map((one) => [one.id, one]));
  const isLive = useIsRoundLive();
  if (out.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-2 text-ink-soft">
        Removed or declined: {String(out.length)}
      </summary>
      {isLive && sight ? <p className="text-pretty">{sight}</p> : null}
      <ul>
        {out.map(({ id, name: plain, how }) => {
          const name = called(plain, alike.get(id));
          return (
            <li key={id} className="flex items-center gap-3 py-1">
              <span className="min-w-0 flex-1 truncate">
                {name}, {how}
              </span>
              <Button
                size="sm"
                aria-label={`Let ${name} back in`}
                onClick={() => void send({ type: 'LetBackIn', memberId: id })}
              >
                Let back in
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
