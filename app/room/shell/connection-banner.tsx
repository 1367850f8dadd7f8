'use client';

import { useEffect, useRef } from 'react';
import { useLive } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Spinner } from '@/app/ui/spinner';

type Trouble = 'offline' | 'reconnecting' | 'not-saving' | 'too-many-words' | 'blocked';

const WORDS: Record<Trouble, string> = {
  offline: 'You are offline.',
  reconnecting: 'Reconnecting…',
  'not-saving': 'Nothing can be saved right now.',
  'too-many-words': 'You have written a lot in a few minutes.',
  blocked: 'Still connecting…',
};

const SPOKEN: Record<Trouble, string> = {
  offline: 'This device is offline.',
  reconnecting: 'The connection is lost.',
  'not-saving': 'Saving isn’t working right now.',
  'too-many-words': 'You have written a lot in a few minutes.',
  blocked: 'Still connecting.',
};

/** Says that the connection is lost, or that nothing can be saved, for as long as that lasts. */
export function ConnectionBanner() {
  const trouble = useLive(({ connection, audience, held, pending }): Trouble | null => {
    const { kind } = connection;
    if (connection.kind === 'connecting') return connection.slow ? 'blocked' : null;
    if (audience !== null && (kind === 'reconnecting' || kind === 'offline')) return kind;
    if (kind !== 'live') return null;
    if (held && pending.length > 0) return 'not-saving';
    return pending.some(({ asideUntil }) => asideUntil !== undefined) ? 'too-many-words' : null;
  });
  const isKept = useLive((state) => state.pending.length > 0);
  const before = useRef(trouble);
  useEffect(() => {
    if (before.current === trouble) return;
    const was = before.current;
    before.current = trouble;
    if (trouble === null)
      announce(
        was === 'not-saving' || was === 'too-many-words' ? 'It’s saved now.' : 'You are back.',
        'assertive',
      );
    else if (was === null) announce(`${SPOKEN[trouble]} ${keptWords(trouble, isKept)}`, 'assertive');
  }, [trouble, isKept]);
  if (trouble === null) return null;
  return (
    <section
      aria-label="Connection"
      className="pointer-events-none fixed inset-x-0 top-2 z-30 flex justify-center px-4"
    >
      <p className="flex animate-appear items-center gap-3 rounded bg-ink px-4 py-2.5 text-paper text-sm shadow-float">
        <Spinner />
        <span>
          <span className="font-medium">{WORDS[trouble]}</span> {keptWords(trouble, isKept)}
        </span>
      </p>
    </section>
  );
}

function keptWords(trouble: Trouble, isKept: boolean): string {
  if (trouble === 'blocked')
    return 'Your network may block live connections (WebSockets). Another network, such as your phone’s, may help.';
  if (trouble === 'too-many-words')
    return 'Your longest text is kept here and will be saved in a few minutes. Everything else works.';
  if (trouble === 'not-saving') return 'What you did is kept here and will be sent again.';
  return isKept
    ? 'What you did is kept here and will be sent.'
    : 'What you do is kept here and sent when you are back.';
}
