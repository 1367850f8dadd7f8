'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { Answer } from '@/app/http';
import { memoryStorage } from '@/app/live/key-value';
import { RoomClient } from '@/app/live/room-client';
import { ServerClock } from '@/app/live/server-clock';
import { RoomProvider } from '@/app/live/use-room';
import { ErrorState } from '@/app/ui/error-state';
import { UNREACHED } from '@/app/unreached';
import type { Replay } from '@/server/protocol/replay';
import { Controls } from './controls';
import { type Moment, momentAt, momentsOf } from './moments';
import { ReplayLink } from './replay-link';
import { Stage } from './stage';
import { usePlaying } from './use-playing';

interface Props {
  /** Where its moments are fetched from. */
  from: string;
  /** Where to begin, in milliseconds into the round. */
  start: number;
  /** What the scorecard says of each ask. */
  asks: Readonly<Record<string, ReactNode>>;
}

/** The round on one scrubber. Its moments come after the page. */
export function ReplayScreen({ from, start, asks }: Props) {
  const [moments, setMoments] = useState<readonly Moment[] | string | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const answer = await fetchReplay(from);
      if (!isGone) setMoments(answer.ok ? momentsOf(answer.value) : answer.message);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [from]);
  if (moments === null) return <p className="py-10 text-ink-soft">Reading the round…</p>;
  if (typeof moments === 'string') return <ErrorState title="The round can’t be shown">{moments}</ErrorState>;
  return <Player moments={moments} start={start} asks={asks} />;
}

async function fetchReplay(from: string): Promise<Answer<Replay>> {
  try {
    const response = await fetch(from);
    return await response.json();
  } catch {
    return { ok: false, code: 'unavailable', message: UNREACHED };
  }
}

type PlayerProps = { moments: readonly Moment[]; start: number; asks: Props['asks'] };

function Player({ moments, start, asks }: PlayerProps) {
  const duration = moments.at(-1)?.at ?? 0;
  const playing = usePlaying(duration, start);
  const index = momentAt(moments, playing.at);
  const room = useReplayRoom(moments[index], (moments[0]?.time ?? 0) + playing.at);
  const asked = askOf(moments[index]);
  return (
    <>
      <Controls moments={moments} index={index} duration={duration} playing={playing} />
      {room ? (
        <RoomProvider client={room}>
          <Stage />
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

function askOf(moment: Moment | undefined): string | null {
  const view = moment?.known.view;
  if (!view) return null;
  if ('prompt' in view) return view.prompt?.askId ?? null;
  return 'asks' in view ? view.asks.liveAskId : null;
}

/** A live room's client whose time and whose line are the replay's. */
function useReplayRoom(moment: Moment | undefined, now: number): RoomClient | null {
  const [made] = useState(() => {
    const link = new ReplayLink(now);
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
