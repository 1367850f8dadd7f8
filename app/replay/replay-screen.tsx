'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { ask } from '@/app/http';
import { memoryStorage } from '@/app/live/key-value';
import { RoomClient } from '@/app/live/room-client';
import { ServerClock } from '@/app/live/server-clock';
import { RoomProvider } from '@/app/live/use-room';
import { ErrorState } from '@/app/ui/error-state';
import { Skeleton, SkeletonLines } from '@/app/ui/skeleton';
import type { Playback } from '@/server/protocol/playback';
import type { Replay } from '@/server/protocol/replay';
import { Controls } from './controls';
import { lineOf } from './line';
import { askAt, itemsOf, type Moment, momentsOf, type Position, shownAt } from './moments';
import { ReplayLink } from './replay-link';
import { Stage } from './stage';
import { usePlaying } from './use-playing';

interface Props {
  /** Where its moments are fetched from. */
  from: string;
  /** The address under which each ask has the playback of its code; null for a round without code. */
  codes: string | null;
  /** Where to begin. */
  start: Position;
  /** What the scorecard says about each ask. */
  asks: Readonly<Record<string, ReactNode>>;
}

/** The round on one scrubber. Its moments load after the page. */
export function ReplayScreen({ from, codes, start, asks }: Props) {
  const [moments, setMoments] = useState<readonly Moment[] | string | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const answer = await ask<Replay>('GET', from);
      if (!isGone) setMoments(answer.ok ? momentsOf(answer.value) : answer.message);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [from]);
  if (moments === null) return <ReplaySkeleton />;
  if (typeof moments === 'string') return <ErrorState title="The round can’t be shown">{moments}</ErrorState>;
  return <Player moments={moments} codes={codes} start={start} asks={asks} />;
}

/** While the moments are being read: the line, and a question with a column beside it. */
function ReplaySkeleton() {
  return (
    <div aria-busy="true">
      <p className="sr-only">Reading the round</p>
      <div className="border-line border-b py-4">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="mt-3 h-9 w-3/5" />
      </div>
      <div className="grid gap-6 py-8 lg:grid-cols-[minmax(0,1fr)_19.5rem]">
        <SkeletonLines lines={8} />
        <SkeletonLines lines={6} />
      </div>
    </div>
  );
}

interface PlayerProps extends Omit<Props, 'from'> {
  moments: readonly Moment[];
}

function Player({ moments, codes, start, asks }: PlayerProps) {
  const [first] = moments;
  const line = useMemo(() => lineOf(moments), [moments]);
  const playing = usePlaying(line, start);
  const index = shownAt(moments, playing);
  const startedAt = first ? first.time - first.at : 0;
  const room = useReplayRoom(moments[index], codes, startedAt + playing.at);
  const items = useMemo(() => itemsOf(moments), [moments]);
  const asked = askAt(moments, index);
  return (
    <>
      <Controls moments={moments} index={index} line={line} playing={playing} />
      {room ? (
        <RoomProvider client={room}>
          <Stage items={items} askId={asked} />
        </RoomProvider>
      ) : null}
      {asked && asks[asked] ? (
        <details className="mt-6 border-line border-t pt-4">
          <summary className="cursor-pointer font-medium">What the scorecard says of this question</summary>
          {asks[asked]}
        </details>
      ) : null}
    </>
  );
}

/** A live room's client with the replay's clock and connection. */
function useReplayRoom(moment: Moment | undefined, codes: Props['codes'], now: number): RoomClient | null {
  const [made] = useState(() => {
    const link = new ReplayLink(now, async (askId) => {
      if (codes === null) return null;
      const answer = await ask<Playback>('GET', `${codes}/${askId}/playback`);
      return answer.ok ? answer.value : null;
    });
    const clock = new ServerClock(link.localTime);
    clock.answered(now, now);
    return { link, client: new RoomClient(link, memoryStorage(), 'replay', 'replay', clock) };
  });
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    made.client.open();
    setIsOpen(true);
    return () => made.client.close();
  }, [made]);
  useEffect(() => made.link.passesTo(now), [made, now]);
  useEffect(() => {
    if (isOpen && moment) made.link.show(moment);
  }, [made, isOpen, moment]);
  return isOpen ? made.client : null;
}
