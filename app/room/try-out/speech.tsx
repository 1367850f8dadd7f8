'use client';

import { useEffect, useRef } from 'react';
import { usePanel } from '@/app/live/use-room';
import { useAnswerTime } from '@/app/live/use-time';
import type { SpokenAnswer } from '@/server/protocol/try-out';

/** Closer to the end than a line of text. */
const LINE_PX = 24;

/** What the candidate says, word by word as the clock runs. On a call people would hear it. */
export function Speech({ spoken: { speaker, text, talkMs, more } }: { spoken: SpokenAnswer }) {
  const clock = usePanel((view) => view.clock);
  const used = useAnswerTime(clock)?.usedMs ?? talkMs;
  const words = text.split(/\s+/);
  const said = Math.min(words.length, Math.ceil((used / talkMs) * words.length));
  const after = said < words.length ? [] : more;
  const box = useRef<HTMLDivElement>(null);
  /** Somebody who has scrolled back reads on in peace. */
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (said + after.length > 0 && isAtEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [said, after.length]);
  return (
    <section aria-label={`What ${speaker} says`} className="border-line border-t px-4 py-2">
      <p className="font-medium text-ink-soft text-xs">
        {said < words.length ? `${speaker} is answering` : `${speaker} has answered`}
      </p>
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached and scrolled by keyboard.
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < LINE_PX;
        }}
        // As high as it will be from its first word on, so that nothing moves under the hand of somebody who ticks.
        className="scroll-y h-[6.4rem] max-w-[90ch] leading-[1.6rem] roomy:h-[8rem]"
      >
        {words.slice(0, said).join(' ')}
        {after.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added, and two may be the same.
          <p key={at}>{line}</p>
        ))}
      </div>
    </section>
  );
}
