'use client';

import { useEffect, useRef, useState } from 'react';
import { BASE_MARK, baseOf, reflectionDraft } from '@/app/live/drafts';
import { useDraft, useMine, useSend } from '@/app/live/use-room';
import { withOther } from '@/app/live/with-other';
import { LIMITS } from '@/server/protocol/words';

/** How long (ms) typing must pause before the text is sent. */
const REST_MS = 900;

export type Kept = 'not-begun' | 'sent' | 'on-its-way' | 'too-long' | 'rejected';

/** What became of the text: `sent` leaves it to the line whether it is saved. */
export function keptAs(now: { begun: boolean; typing: boolean; rejected: boolean; length: number }): Kept {
  if (now.length > LIMITS.reflection) return 'too-long';
  if (now.typing) return now.rejected ? 'rejected' : 'on-its-way';
  return now.begun ? 'sent' : 'not-begun';
}

/** The reflection as it is typed. It is kept at every key, and sent when the typing pauses. */
export function useReflection(roundId: string) {
  const send = useSend();
  const [draft, setDraft] = useDraft(reflectionDraft(roundId));
  const saved = useMine((mine) => mine.reflection) ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  // A rejected text is shown here again. It waits for the next key instead of being sent over and over.
  const [rejected, setRejected] = useState(false);
  const [marked, setMarked] = useDraft(baseOf(reflectionDraft(roundId)));
  /** What was saved when the typing began; null before. */
  const base = marked === '' ? null : marked.slice(BASE_MARK.length);
  const shared = saved?.shared ?? false;
  const savedText = base === null ? undefined : (saved?.text ?? '');
  const text = typed ?? (draft === '' ? (saved?.text ?? '') : draft);

  /** What will be sent. */
  const whole = base === null ? text : withOther(base, saved?.text ?? '', text);

  const unsent = typed ?? draft;
  const typing = typed !== null || draft !== '';
  const settle = () => {
    setMarked('');
    setTyped(null);
    setDraft('');
  };
  const flush = useRef(() => {});
  useEffect(() => {
    flush.current = () => {
      if (!typing || whole.length > LIMITS.reflection) return;
      // What another window saved meanwhile is joined to this text, which is then sent again.
      void send({ type: 'WriteReflection', roundId, text: whole, shared, base: savedText }).then((ack) =>
        setRejected(!ack.ok && ack.code !== 'changed-meanwhile'),
      );
      settle();
    };
  });

  useEffect(() => {
    if (rejected || (unsent === '' && typed === null)) return;
    const timer = setTimeout(() => flush.current(), REST_MS);
    return () => clearTimeout(timer);
  }, [unsent, typed, rejected]);
  // A person who leaves in mid-sentence has still written it.
  useEffect(() => () => flush.current(), []);

  return {
    text,
    whole,
    shared,
    kept: keptAs({ begun: typing || saved !== null, typing, rejected, length: whole.length }),
    write(next: string) {
      setRejected(false);
      if (!typing) setMarked(BASE_MARK + (saved?.text ?? ''));
      setTyped(next);
      setDraft(next);
    },
    rest: () => flush.current(),
    share(next: boolean) {
      // What is too long to be sent stays in its field.
      if (whole.length > LIMITS.reflection)
        return void send({ type: 'WriteReflection', roundId, text: saved?.text ?? '', shared: next });
      void send({ type: 'WriteReflection', roundId, text: whole, shared: next, base: savedText });
      settle();
    },
  };
}
