'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { browserStorage } from '@/app/live/key-value';
import { useMine, useRoomClient } from '@/app/live/use-room';
import { moment } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import { useTimeZone } from '@/app/ui/use-time-zone';
import { givenKey } from './given-key';
import { RenameDialog, ReturnDialog } from './own-dialogs';
import { useRoomSlice } from './use-everybody';

/**
 * Tells a person once, also after they were away, what the host did to their seat, and lets them answer it. A browser that
 * got the seat later is not warned of itself.
 */
export function OwnNews() {
  const { roomId } = useRoomSlice();
  const mine = useMine((own) => own);
  const timeZone = useTimeZone();
  const path = usePathname();
  const { clock } = useRoomClient();
  const [open, setOpen] = useState<'rename' | 'return' | null>(null);
  const place = useRef(browserStorage());
  const { memberId = '', name = '', correctedAt = null, givenAt = null } = mine ?? {};

  useEffect(() => {
    if (memberId === '' || place.current.get(givenKey(path)) === null) return;
    place.current.remove(givenKey(path));
    void notify('You have your seat again');
  }, [memberId, path]);

  useEffect(() => {
    if (memberId === '') return;
    const hereKey = `hotseat:here:${roomId}:${memberId}`;
    const here = Number(place.current.get(hereKey) ?? clock.now());
    place.current.set(hereKey, String(here));
    const tell = (what: string, at: number | null, say: (when: string) => void) => {
      const key = `hotseat:told:${roomId}:${memberId}:${what}`;
      if (at === null || place.current.get(key) === String(at)) return;
      place.current.set(key, String(at));
      say(moment(at, Date.now(), timeZone));
    };
    tell('name', correctedAt, () => {
      const action = { label: 'Change', run: () => setOpen('rename') };
      void notify(`The host changed your name to ${name}`, { action });
    });
    tell('seat', givenAt, (when) => {
      if ((givenAt ?? 0) < here) return;
      const action = { label: 'Look', run: () => setOpen('return') };
      const more = 'If that wasn’t you, end it there.';
      void notify(`The host gave your seat to another browser ${when}`, { more, action, failed: true });
    });
  }, [roomId, memberId, name, correctedAt, givenAt, timeZone, clock]);

  const close = () => setOpen(null);
  return (
    <>
      <RenameDialog open={open === 'rename'} memberId={memberId} name={name} mine onClose={close} />
      <ReturnDialog open={open === 'return'} onClose={close} />
    </>
  );
}
