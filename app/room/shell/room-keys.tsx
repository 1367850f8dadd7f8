'use client';

import { flushSync } from 'react-dom';
import { panelOf } from '@/app/live/panel-view';
import { useBank } from '@/app/live/use-bank';
import { useAsks, useMine, useMyAsk, useOnline, usePanel, useRoomClient, useSend } from '@/app/live/use-room';
import { BANK_SEARCH } from '@/app/room/agenda/bank-field';
import { usePush } from '@/app/room/agenda/use-push';
import { NOTE_FIELD } from '@/app/room/listening/notes';
import { useMayReveal } from '@/app/room/listening/rated-bar';
import { useReveal } from '@/app/room/reveal/use-reveal';
import type { StarLetter } from '@/server/protocol/words';
import { answerMs, isOver, isSetAside, toCome } from '@/server/room/rules';
import { type Column, usePanelUi } from './panel-ui';
import { useKeys } from './use-keys';
import { useIsObserver, useJudged, useMayControl } from './use-panel-room';

/** The keys of the panel's room. */
export function RoomKeys() {
  const { layer, open, show } = usePanelUi();
  const client = useRoomClient();
  const send = useSend();
  const judged = useJudged();
  const ask = judged?.ask ?? null;
  const rates = useMine((mine) => mine.rates) ?? false;
  const isObserver = useIsObserver();
  const over = usePanel((view) => isOver(view.round?.phase ?? 'asking'));
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const isOnline = useOnline();
  // What steers the round is not kept for later, as what one writes is.
  const maySteer = isAsking && isOnline;
  const mayReveal = useMayReveal(ask);
  const reveal = useReveal();
  const myAsk = useMyAsk(ask?.askId ?? null);
  const push = usePush();
  const agenda = usePanel((view) => view.agenda.items);
  const [next] = toCome(agenda, useAsks());
  const { bank } = useBank();
  const isCodeNext = bank?.items.find(({ id }) => id === next)?.kind === 'exercise';
  const mayControl = useMayControl(ask);

  const rate = (value: number | null) => {
    if (!ask || isSetAside(ask.status) || over || !(rates || isObserver)) return;
    void send({ type: ask.revealed ? 'RateAgain' : 'SubmitRating', askId: ask.askId, value });
  };
  const star = (letter: StarLetter) => {
    const item = judged?.item;
    if (!ask || over || item?.kind !== 'question' || !item.behavioural) return;
    const isMarked = myAsk?.stars[letter] !== undefined;
    const { clock } = panelOf(client.getState().view);
    const at = Math.round(answerMs(ask, clock, client.clock.now()));
    void send({ type: 'MarkStar', askId: ask.askId, letter, atMs: isMarked ? null : at });
  };
  const focus = (column: Column, id: string) => {
    // At once, because the next digits are meant for the field, and would be ratings anywhere else.
    flushSync(() => show(column));
    document.getElementById(id)?.focus();
  };
  const bindings = {
    '0': () => rate(null),
    '1': () => rate(1),
    '2': () => rate(2),
    '3': () => rate(3),
    '4': () => rate(4),
    '5': () => rate(5),
    n: () => focus('mine', NOTE_FIELD),
    k: () => {
      flushSync(() => show('question'));
      document.querySelector<HTMLInputElement>('input[type=radio][value=heard]')?.focus();
    },
    u: () => {
      if (next && maySteer && !isObserver) void push(next);
    },
    w: () => {
      if (next && maySteer && isCodeNext && !isObserver) void push(next, { mode: 'rewrite' });
    },
    s: () => star('S'),
    t: () => star('T'),
    a: () => star('A'),
    r: () => star('R'),
    '/': () => focus('agenda', BANK_SEARCH),
    '?': () => open('shortcuts'),
    'Mod+k': () => open('palette'),
    'Mod+Enter': () => {
      if (ask && mayReveal && isOnline) reveal(ask.askId);
    },
    p: () => {
      const { clock } = panelOf(client.getState().view);
      if (!ask || !maySteer || !mayControl || clock?.askId !== ask.askId) return;
      void send({ type: clock.runningSince === null ? 'ResumeClock' : 'PauseClock', askId: ask.askId });
    },
  };
  useKeys(bindings, layer !== null);
  return null;
}
