'use client';

import { useEffect, useRef } from 'react';
import { useLive } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Spinner } from '@/app/ui/spinner';
import { comfort, SPOKEN, TROUBLE_WORDS, troubleOf } from './connection-words';

/** Says that the connection is lost, or that nothing can be saved, for as long as that lasts. */
export function ConnectionBanner() {
  const trouble = useLive(troubleOf);
  const isKept = useLive((state) => state.pending.length > 0);
  const reference = useLive((state) => state.reference);
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
    else announce(`${SPOKEN[trouble]} ${comfort(trouble, isKept)}`, 'assertive');
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
          <span className="font-medium">{TROUBLE_WORDS[trouble]}</span> {comfort(trouble, isKept)}
          {trouble === 'not-saving' && reference !== null ? (
            <span className="block pt-0.5 font-mono text-xs">Reference {reference}</span>
          ) : null}
        </span>
      </p>
    </section>
  );
}
