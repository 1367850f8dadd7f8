'use client';

import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { browserStorage } from '@/app/live/key-value';
import { candidateOf, panelOf } from '@/app/live/panel-view';
import { useLive, useMine } from '@/app/live/use-room';
import { useCalled, useRoomSlice } from '@/app/room/people/use-everybody';
import { IconButton } from '@/app/ui/icon-button';
import { ownOf } from '@/server/protocol/in-order';
import { Speech } from './speech';
import { type Stage, tipFor } from './tips';
import { useSpoken } from './use-spoken';

/** Outlives a sign-out: it says nothing of anybody. */
const CLOSED = 'hotseat/try-out-tips';
const storage = browserStorage();

/** Says what to try next until the visitor closes it for good, and shows the candidate's words while they talk. */
export function Strip() {
  const [closed, setClosed] = useState(() => storage.get(CLOSED) !== null);
  const stage = useStage();
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const liveAskId = useLive(({ view }) => panelOf(view).asks.liveAskId);
  const followUps = useLive(({ view }) => {
    const { asks, liveAskId: id } = panelOf(view).asks;
    return ownOf(asks, id)?.pushedFollowUps.length ?? 0;
  });
  const { spoken, trouble } = useSpoken(roomId, liveAskId, followUps);
  const close = () => {
    storage.set(CLOSED, 'closed');
    setClosed(true);
  };
  return (
    <aside
      aria-label="Trying it out"
      className="shrink-0 border-line border-b bg-sunken text-sm empty:hidden"
    >
      {trouble ? (
        <p role="alert" className="px-4 py-1.5">
          {trouble}
        </p>
      ) : closed ? null : (
        <div className="flex items-center gap-3 py-1.5 pr-2 pl-4">
          <p role="status" className="min-w-0 flex-1">
            {tipFor(stage)}
          </p>
          <IconButton label="Close the tips for good" onClick={close}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {spoken && !stage.ask?.revealed ? <Speech key={spoken.askId} spoken={spoken} /> : null}
    </aside>
  );
}

function useStage(): Stage {
  const audience = useLive((state) => state.audience);
  const phase = useLive(({ view }) => view.round?.phase ?? null);
  const liveAsk = useLive(({ view }) => ownOf(panelOf(view).asks.asks, panelOf(view).asks.liveAskId) ?? null);
  const isAsked = useLive(({ view }) => candidateOf(view).prompt !== null);
  const hand = useMine((mine) => mine.hand) ?? false;
  const isRated = useMine((mine) => ownOf(mine.asks, liveAsk?.askId)?.first != null) ?? false;
  const isJudged = useMine((mine) => mine.verdict !== null) ?? false;
  const { hostId } = useRoomSlice();
  const hostName = useCalled()(hostId, 'The host');
  const done = phase === 'deliberating' ? isJudged : isRated;
  const ask = liveAsk ?? (isAsked ? { revealed: false, rated: 0, of: 0 } : null);
  return { audience, phase, ask, done, hand, hostName };
}
