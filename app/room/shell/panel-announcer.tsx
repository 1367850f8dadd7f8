'use client';

import { useEffect, useMemo, useRef } from 'react';
import { headingWords } from '@/app/agenda/heading';
import { useChange } from '@/app/live/use-change';
import { useIsHost, useMine, usePanel, usePresence } from '@/app/live/use-room';
import { useTimeSignals } from '@/app/live/use-time-signals';
import { usePanelTime } from '@/app/room/asking/use-panel-time';
import { codeNews } from '@/app/room/code/code-news';
import { useHostNews } from '@/app/room/people/use-host-news';
import { statsInWords } from '@/app/room/reveal/reveal-words';
import { announce } from '@/app/ui/announce';
import { ownOf } from '@/server/protocol/in-order';
import { isOver } from '@/server/room/rules';
import { usePanelUi } from './panel-ui';
import { GONE, useGone, useNameOf } from './use-panel-room';

/** Says who is in the hot seat when a round begins, also to people who were on another screen, and who the host is. */
function useRoundNews(): void {
  const nameOf = useNameOf();
  const isHost = useIsHost();
  const round = usePanel((view) => view.round);
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (!round || round.roundId === known.current) return;
    known.current = round.roundId;
    announce(`${nameOf(round.candidateId)} is in the hot seat.${isHost ? ' You are the host.' : ''}`);
  });
}

/** Says when the candidate loses the connection or leaves before the round is over, and when they are back. */
function useCandidateNews(): void {
  const nameOf = useNameOf();
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const phase = usePanel((view) => view.round?.phase ?? 'published');
  const gone = useGone(candidateId);
  const isAway = usePresence()(candidateId).state === 'away';
  const state: 'left' | 'removed' | 'away' | 'here' = gone ?? (isAway ? 'away' : 'here');
  const candidate = useMemo(() => ({ candidateId, state }), [candidateId, state]);
  useChange(candidate, (now, before) => {
    if (now.candidateId !== before.candidateId || isOver(phase)) return;
    const who = `${nameOf(candidateId)}${phase === 'asking' ? ', in the hot seat,' : ''}`;
    if (now.state === 'here')
      announce(`${nameOf(candidateId)} is ${before.state === 'away' ? 'connected again' : 'back'}.`);
    else announce(`${who} ${now.state === 'away' ? 'lost the connection' : GONE[now.state]}.`);
  });
}

/** Announces to screen readers what happens in the room. */
export function PanelAnnouncer() {
  const nameOf = useNameOf();
  const { open } = usePanelUi();
  const me = useMine((mine) => mine.memberId);
  const asks = usePanel((view) => view.asks);
  const prompt = usePanel((view) => view.live?.item.prompt);
  const reveals = usePanel((view) => view.reveals.reveals);
  const phase = usePanel((view) => view.round?.phase ?? null);
  const opened = usePanel((view) => view.verdicts?.opened !== null && view.verdicts !== null);

  const code = usePanel((view) => ownOf(view.codes.asks, view.asks.liveAskId) ?? null);
  useRoundNews();
  useHostNews(() => open('invites'));
  useCandidateNews();
  useChange(code, (now, before) => {
    for (const news of codeNews(now, before, { me, nameOf })) announce(news);
  });
  useChange(asks, (now, before) => {
    if (now.liveAskId === before.liveAskId) return;
    const ask = ownOf(now.asks, now.liveAskId);
    if (!ask) return announce('No question is live.');
    // The person who pushed hears the notice with the undo button instead.
    if (ask.askedBy === me && !ownOf(before.asks, ask.askId)) return;
    const who = ask.askedBy === me ? 'You ask' : `${nameOf(ask.askedBy)} asks`;
    announce(`${who}, ${headingWords(ask.kind, ask.group)}: ${prompt ?? ask.text}`);
  });
  useChange(reveals, (now, before) => {
    const fresh = Object.values(now).find(({ askId }) => !ownOf(before, askId));
    if (fresh) announce(`The ratings are open. ${statsInWords(fresh.stats)}`, 'assertive');
  });
  useChange(opened, (now) => {
    if (now) announce('All verdicts are in, and open.', 'assertive');
  });
  useChange(phase, (now) => {
    if (now === 'deliberating') announce('Asking is over. Verdicts come next.');
    if (now === 'debrief') announce('The debrief is open.');
    if (now === 'closed') announce('The round is closed.');
    if (now === 'published') announce('The scorecard is published.');
  });
  return <TimeAnnouncer />;
}

/** A component of its own, since it reads the clock a few times a second. */
function TimeAnnouncer() {
  const clock = usePanel((view) => view.clock);
  useTimeSignals(clock?.askId ?? null, usePanelTime(), {
    half: 'Half of the time is gone.',
    'last-minute': 'One minute left.',
    over: 'Time is up.',
  });
  return null;
}
