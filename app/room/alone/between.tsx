'use client';

import { useEffect } from 'react';
import { useCandidate, useLive, useMine, useSend } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Button, ButtonLink } from '@/app/ui/button';
import { recorder } from './recorder';

/** A breath between two questions. */
export function Between({ trouble }: { trouble: string | null }) {
  const { asked, planned } = useCandidate((view) => view.progress);
  const stops = useMine((mine) => mine.hand) ?? false;
  const send = useSend();
  const isOver = stops || (planned > 0 && asked >= planned);
  const [title, text] = isOver
    ? ['That was the last question', 'Your scorecard is being put together.']
    : asked === 0
      ? ['Here comes the first question', 'Three people, one at a time. Nobody but you hears what you say.']
      : ['Breathe out', `Question ${asked + 1} of ${planned} comes in a moment.`];
  useEffect(() => announce(`${title}. ${text}`), [title, text]);
  return (
    <div className="flex max-w-sm flex-col items-center gap-3 text-center">
      <h2 className="text-balance font-semibold text-2xl">{title}</h2>
      <p className="text-ink-soft">{text}</p>
      {trouble ? (
        <p role="alert" className="text-sm">
          {trouble}
        </p>
      ) : null}
      {isOver || asked === 0 ? null : (
        <Button className="mt-3" onClick={() => void send({ type: 'RaiseHand', raised: true })}>
          Finish for today
        </Button>
      )}
    </div>
  );
}

export function Finishing() {
  useEffect(() => announce('That’s it. Your scorecard is being put together.'), []);
  return (
    <div className="flex max-w-sm flex-col items-center gap-3 text-center">
      <h2 className="font-semibold text-2xl">That’s it</h2>
      <p className="text-ink-soft">Your scorecard is being put together.</p>
    </div>
  );
}

/** The scorecard is there. */
export function Ready() {
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const roundId = useCandidate((view) => view.published?.roundId ?? '');
  useEffect(() => {
    recorder.off();
    announce('Your scorecard is ready.', 'assertive');
  }, []);
  return (
    <div className="flex max-w-md flex-col items-center gap-3 text-center">
      <h2 className="font-semibold text-2xl">Well done. Your scorecard is ready</h2>
      <p className="text-balance text-ink-soft">
        It says “practised alone, rated by yourself”, and is kept apart from what panels gave you.
      </p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <ButtonLink variant="primary" size="lg" href={`/scorecards/${roomId}/${roundId}`}>
          Open your scorecard
        </ButtonLink>
        <ButtonLink size="lg" href="/practise">
          Practise again
        </ButtonLink>
      </div>
    </div>
  );
}
