'use client';

import { useState } from 'react';
import { ask } from '@/app/http';
import { Button } from '@/app/ui/button';
import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { Playback } from '@/server/protocol/playback';
import type { ScorecardPerson } from '@/server/protocol/scorecard';

const CodePlayback = onDemand(
  () => import('./code-playback').then((part) => part.CodePlayback),
  <SkeletonLines lines={8} />,
);

interface Props {
  roomId: string;
  roundId: string;
  askId: string;
  title: string;
  people: readonly ScorecardPerson[];
}

/** Fetches how code was written when somebody wants to see it. */
export function PlayBack({ roomId, roundId, askId, title, people }: Props) {
  const [playback, setPlayback] = useState<Playback | null>(null);
  const [state, setState] = useState<'idle' | 'coming' | 'failed'>('idle');
  const fetch = async () => {
    setState('coming');
    const answer = await ask<Playback>('GET', `/api/scorecards/${roomId}/${roundId}/${askId}/playback`);
    if (answer.ok) setPlayback(answer.value);
    setState(answer.ok ? 'idle' : 'failed');
  };
  const name = (memberId: string) => people.find((one) => one.memberId === memberId)?.name ?? 'Somebody';
  return (
    <div className="mt-3 print:hidden">
      {playback ? (
        <CodePlayback playback={playback} title={title} name={name} />
      ) : (
        <Button size="sm" pending={state === 'coming'} onClick={() => void fetch()}>
          Play back the writing
        </Button>
      )}
      {state === 'failed' ? (
        <p role="alert" className="mt-1 text-sm">
          It couldn’t be loaded. Try again in a moment.
        </p>
      ) : null}
    </div>
  );
}
