'use client';

import { usePathname } from 'next/navigation';
import type { StopReason } from '@/app/live/live-state';
import { Button, ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

interface Words {
  title: string;
  text: string;
}

const WORDS: Record<StopReason, Words> = {
  'signed-out': {
    title: 'You are signed out',
    text: 'Sign in again as the same person and you are back where you were. What you had written is kept on this device and will be sent.',
  },
  outdated: {
    title: 'Hotseat was updated',
    text: 'Reload to go on. Nothing is lost: what was not sent yet is kept and goes out right after.',
  },
  removed: {
    title: 'The host removed you from this room',
    text: 'Your invite link does not work any more. Scorecards of rounds that you took part in stay in your history.',
  },
  declined: {
    title: 'The host did not let you in',
    text: 'If you think that was a mistake, ask them on your call, or by the way that you got the invite.',
  },
  left: { title: 'You left the room', text: 'To come back, open your invite link again.' },
  'not-a-member': {
    title: 'You are not in this room',
    text: 'Open your invite link again, or ask the host for one.',
  },
  'not-found': {
    title: 'This room is not here',
    text: 'Check the address, or ask the host for the invite link.',
  },
  'bad-handshake': {
    title: 'This page and the server misunderstand each other',
    text: 'Reload to try again.',
  },
};

/** The connection ended for good: why, what is safe, what to do. */
export function StoppedScreen({ reason }: { reason: StopReason }) {
  const path = usePathname();
  const { title, text } = WORDS[reason];
  const reload = reason === 'outdated' || reason === 'bad-handshake';
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
