'use client';

import { useEffect, useRef, useState } from 'react';
import { useCandidate, useMyAsk, useOnline, useSend } from '@/app/live/use-room';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { announce } from '@/app/ui/announce';
import { bottomBar } from '@/app/ui/bottom-bar';
import { Button } from '@/app/ui/button';
import { PackText } from '@/app/ui/pack-text';
import { inOrder } from '@/server/protocol/in-order';
import type { AloneReview } from '@/server/protocol/view-alone';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { Facts } from './facts';
import { type Head, Listen } from './listen';
import { OwnLedger } from './own-ledger';
import { OwnRating } from './own-rating';
import { Samples } from './samples';
import { SecondOpinion } from './second-opinion';
import { useKeptWish, useRecordings } from './use-recorder';
import { useSaid } from './use-said';
import { hush, isReadNow, readingOf, speak } from './voice';

interface Props {
  prompt: NonNullable<PromptSlice>;
  review: NonNullable<AloneReview>;
}

/** After an answer, in the order in which it helps: listen, mark, compare, rate. */
export function Review({ prompt, review }: Props) {
  const { askId, item, samples } = review;
  const { roomId } = useRoomSlice();
  const { asked, planned } = useCandidate((view) => view.progress);
  const heading = useRef<HTMLHeadingElement>(null);
  const head = useRef<Head>(null);
  const recordings = useRecordings(roomId, askId);
  const [said, setSaid] = useSaid(roomId, askId);
  useEffect(() => {
    heading.current?.focus();
    announce('Your answer is finished. Listen again, mark what you said, compare and rate it.');
  }, []);
  return (
    <>
      <header className="border-ink border-b pt-4 pb-5">
        <p className="kicker">
          Question {asked} of {planned} · asked by {prompt.askedBy}
        </p>
        <h2 ref={heading} tabIndex={-1} className="mt-1 max-w-[60ch] font-semibold text-2xl">
          <PackText>{prompt.prompt}</PackText>
        </h2>
        {inOrder(prompt.followUps).map(({ id, text, askedBy }) => (
          <p key={id} className="mt-1 max-w-prose text-ink-soft text-sm">
            {askedBy} asked a follow-up: <PackText>{text}</PackText>
          </p>
        ))}
      </header>
      <NewFollowUp prompt={prompt} />
      <div className="grid gap-x-16 gap-y-10 py-8 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-10">
          <Listen recordings={recordings} roomId={roomId} askId={askId} head={head} />
          <OwnLedger review={review} head={head} canListen={(recordings?.length ?? 0) > 0} />
          <Facts recordings={recordings} text={said} onText={setSaid} />
          <SecondOpinion roomId={roomId} review={review} text={said} />
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <Samples samples={samples} item={item} />
          <OwnRating askId={askId} anchors={item.anchors} />
        </div>
      </div>
      <Onwards askId={askId} isLast={asked >= planned} />
    </>
  );
}

/** Somebody of the panel wants to hear more: to be answered, or left. */
function NewFollowUp({ prompt }: Pick<Props, 'prompt'>) {
  const { askId } = prompt;
  const send = useSend();
  const [aloud] = useKeptWish('aloud');
  // Those that were there when the answer was finished have been answered.
  const [known] = useState(() => Object.keys(prompt.followUps).length);
  const [left, setLeft] = useState(known);
  const all = inOrder(prompt.followUps);
  const next = all.length > Math.max(known, left) ? all.at(-1) : undefined;
  const text = next?.text ?? null;
  const asker = next?.askedBy ?? '';
  const reading = readingOf(askId, all.length);
  useEffect(() => {
    if (text === null) return;
    announce(`${asker} asks a follow-up. ${text}`, 'assertive');
    if (!aloud || isReadNow(reading)) return;
    void speak(text, asker);
    return hush;
  }, [text, aloud, reading, asker]);
  if (!next) return null;
  return (
    <section
      aria-label="A follow-up"
      className="mt-6 flex animate-arrive flex-wrap items-center justify-between gap-4 rounded border-ember border-l-2 bg-ember-wash px-5 py-4"
    >
      <div className="min-w-0 max-w-[60ch]">
        <p className="text-ink-soft text-sm">{asker} asks a follow-up</p>
        <p className="font-medium text-lg">
          <PackText>{next.text}</PackText>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => void send({ type: 'GoOnAnswering', askId })}>
          Answer it
        </Button>
        <Button onClick={() => setLeft(all.length)}>Not now</Button>
      </div>
    </section>
  );
}

/** On to the next question, or back into this one. */
function Onwards({ askId, isLast }: { askId: string; isLast: boolean }) {
  const send = useSend();
  const online = useOnline();
  const isRated = useMyAsk(askId)?.first != null;
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    await send({ type: 'LeaveAnswer', askId });
    setPending(false);
  };
  const stop = async () => {
    await send({ type: 'RaiseHand', raised: true });
    await leave();
  };
  return (
    <div
      ref={bottomBar}
      className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6"
    >
      <Button
        size="lg"
        variant={isRated ? 'primary' : 'plain'}
        pending={pending}
        disabled={!online}
        onClick={() => void leave()}
      >
        {isLast ? 'See my scorecard' : 'Next question'}
      </Button>
      <Button
        size="lg"
        variant="quiet"
        disabled={!online}
        onClick={() => void send({ type: 'GoOnAnswering', askId })}
      >
        Go on answering
      </Button>
      {isLast ? null : (
        <Button size="lg" variant="quiet" disabled={!online} onClick={() => void stop()}>
          Finish for today
        </Button>
      )}
      {isRated ? null : (
        <p className="text-ink-soft text-sm max-sm:sr-only">
          Not rated yet. You can go on without a rating: it won’t count.
        </p>
      )}
    </div>
  );
}
