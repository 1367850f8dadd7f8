'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { browserStorage } from '@/app/live/key-value';
import type { StopReason } from '@/app/live/live-state';
import { givenKey } from '@/app/room/people/given-key';
import { Button, ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

interface Words {
  title: string;
  text: string;
}

const WORDS: Record<StopReason, Words> = {
  'signed-out': {
    title: 'You are signed out',
    text: 'Sign in again as the same person to go on where you were. If you joined with just a name, use your return link, or join again and ask the host to give you your seat. What you had written is kept on this device and will be sent, unless you signed out in this browser, which deletes it.',
  },
  outdated: {
    title: 'Hotseat was updated',
    text: 'Reload to go on. Nothing is lost: anything not sent yet is kept, and is sent right after.',
  },
  removed: {
    title: 'The host removed you from this room',
    text: 'Scorecards of rounds you took part in stay in your history. If it was a mistake, the host can let you back in: then reload this page.',
  },
  declined: {
    title: 'The host did not let you in',
    text: 'If it was a mistake, tell them. Once they let you in, reload this page.',
  },
  moved: {
    title: 'The host gave you your seat',
    text: 'Reload to go on where you were.',
  },
  ended: {
    title: 'Your seat was ended in this browser',
    text: 'You, or somebody in another browser with your seat, ended it here. To come back, use your return link, or ask the host to give you your seat.',
  },
  over: {
    title: 'This room has ended',
    text: 'The host ended it before you were let in. If they reopen it, you are in the waiting room again: then reload this page.',
  },
  left: {
    title: 'You left the room',
    text: 'Reload this page to come back in. If you left the waiting room, open your invite link again.',
  },
  'too-many-windows': {
    title: 'This room is open in too many windows',
    text: 'Eight windows of one person can be connected at once. This was the oldest, so it was disconnected. Nothing is lost: reload to use this one instead.',
  },
  'not-a-member': {
    title: 'You are not in this room',
    text: 'If you were in it before, use your return link, or open your invite link and ask the host to give you your seat.',
  },
  'not-found': {
    title: 'This room doesn’t exist',
    text: 'Check the address, or ask the host for the invite link.',
  },
  'bad-handshake': {
    title: 'This page and the server don’t understand each other',
    text: 'Reload to try again.',
  },
};

/** The reasons for which a reload may help. */
const RELOADS: ReadonlySet<StopReason> = new Set<StopReason>([
  'outdated',
  'bad-handshake',
  'too-many-windows',
  'removed',
  'declined',
  'over',
  'moved',
  'left',
]);

/** The connection ended for good. This says why, what is safe and what to do. */
export function StoppedScreen({ reason }: { reason: StopReason }) {
  const path = usePathname();
  const { title, text } = WORDS[reason];
  const reload = RELOADS.has(reason);
  useEffect(() => {
    if (reason !== 'moved') return;
    browserStorage().set(givenKey(path), '1');
    location.reload();
  }, [reason, path]);
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title={title}
        action={
          <>
            {reason === 'signed-out' ? (
              <ButtonLink variant="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>
                Sign in again
              </ButtonLink>
            ) : null}
            {reload ? (
              <Button variant="primary" onClick={() => location.reload()}>
                Reload
              </Button>
            ) : null}
            <ButtonLink href="/" variant={reload || reason === 'signed-out' ? 'quiet' : 'plain'}>
              Go home
            </ButtonLink>
          </>
        }
      >
        {text}
      </ErrorState>
    </main>
  );
}
