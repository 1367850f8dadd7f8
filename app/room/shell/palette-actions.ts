import { useBank } from '@/app/live/use-bank';
import { useAsks, useIsHost, useLive, useMine, usePanel, useSend } from '@/app/live/use-room';
import { BANK_SEARCH } from '@/app/room/agenda/bank-field';
import { NOTE_FIELD } from '@/app/room/listening/notes';
import { useReveal } from '@/app/room/reveal/use-reveal';
import { useExcuse } from '@/app/room/verdicts/use-excuse';
import { ownOf } from '@/server/protocol/in-order';
import { RATING_NAMES, RATINGS } from '@/server/protocol/words';
import type { Action } from './command-menu';
import { type Column, usePanelUi } from './panel-ui';
import { DECISION_FIELD, VERDICT_FIELD } from './shown-field';
import { useIsObserver, useJudged, useMayControl, useNameOf } from './use-panel-room';

/** An action that leads to a field of this page; it works without a line, too. */
export interface Way {
  label: string;
  column: Column;
  selector: string;
}

/** Fields that this person can write in now. */
export function useWays(): Way[] {
  const phase = usePanel((view) => view.round?.phase ?? null);
  const isPeer = usePanel((view) => view.room.format === 'peer');
  const isOpened = usePanel((view) => view.verdicts?.opened != null);
  const isHost = useIsHost();
  const rates = useMine((mine) => mine.rates) ?? false;
  const hasVerdict = useMine((mine) => mine.verdict !== null) ?? false;
  const hasNotes = useJudged()?.ask != null;
  const isJudging = phase === 'deliberating' && rates && !hasVerdict && !isOpened;
  const isDeciding = phase === 'debrief' && isHost && !isPeer;
  return [
    ...(hasNotes ? [{ label: 'Write a note', column: 'mine' as const, selector: `#${NOTE_FIELD}` }] : []),
    ...(isJudging
      ? [{ label: 'Give your verdict', column: 'question' as const, selector: VERDICT_FIELD }]
      : []),
    ...(isDeciding
      ? [{ label: 'Record the decision', column: 'question' as const, selector: DECISION_FIELD }]
      : []),
    { label: 'Search the bank', column: 'agenda', selector: `#${BANK_SEARCH}` },
  ];
}

/** Panelists whose verdicts are missing, whom the host can excuse. */
export function useExcuseActions(): Action[] {
  const excuse = useExcuse();
  const isHost = useIsHost();
  const round = usePanel((view) => view.round);
  const verdicts = usePanel((view) => view.verdicts);
  const raters = useLive((state) => state.view.door?.raters) ?? [];
  const nameOf = useNameOf();
  if (!isHost || round?.phase !== 'deliberating' || !verdicts || verdicts.in >= verdicts.of) return [];
  return raters
    .filter((memberId) => !verdicts.excused.includes(memberId))
    .map((memberId) => ({
      label: `Excuse ${nameOf(memberId)} from a verdict`,
      run: () => excuse(memberId),
    }));
}

/** Follow-ups of the live question, and earlier questions that can be live again. */
export function useQuestionActions(): Action[] {
  const send = useSend();
  const { select } = usePanelUi();
  const isObserver = useIsObserver();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const onAir = usePanel((view) => view.live);
  const asks = useAsks();
  const { bank } = useBank();
  if (!isAsking || isObserver) return [];
  const live = asks.find(({ askId }) => askId === liveAskId);
  const item = onAir?.askId === liveAskId ? onAir?.item : bank?.items.find(({ id }) => id === live?.itemId);
  const pushed = new Set(live?.pushedFollowUps);
  const followUps = live ? (item?.followUps ?? []).filter(({ id }) => !pushed.has(id)) : [];
  return [
    ...followUps.map(({ id, text }) => ({
      label: `Ask further: ${text}`,
      run: () => void send({ type: 'PushFollowUp', askId: live?.askId ?? '', followUpId: id }),
    })),
    ...asks
      .filter(({ askId }) => askId !== liveAskId)
      .map(({ askId, no, text }) => ({
        label: `Return to question ${no}: ${text}`,
        run: () => {
          select(null);
          void send({ type: 'ReturnToAsk', askId });
        },
      })),
  ];
}

/** What is done about the live question: my rating, and what steers it. */
export function useLiveActions(): Action[] {
  const send = useSend();
  const openRatings = useReveal();
  const isHost = useIsHost();
  const { asks, liveAskId } = usePanel((view) => view.asks);
  const running = usePanel((view) => view.clock?.runningSince != null);
  const live = ownOf(asks, liveAskId) ?? null;
  const mayControl = useMayControl(live);
  const rates = useMine((mine) => mine.rates) ?? false;
  const isObserver = useIsObserver();
  if (!live) return [];
  const { askId } = live;
  const type = live.revealed ? ('RateAgain' as const) : ('SubmitRating' as const);
  const ratings = [...RATINGS, null].map((value) => ({
    label: value === null ? 'Rate: not assessed' : `Rate ${value}: ${RATING_NAMES[value]}`,
    run: () => void send({ type, askId, value }),
  }));
  const clock = running
    ? { label: 'Pause the clock', run: () => void send({ type: 'PauseClock', askId }) }
    : { label: 'Resume the clock', run: () => void send({ type: 'ResumeClock', askId }) };
  const control = [
    clock,
    { label: 'Add one minute', run: () => void send({ type: 'AddTime', askId, seconds: 60 }) },
    { label: 'Skip this question', run: () => void send({ type: 'SkipAsk', askId }) },
    { label: 'Withdraw this question', run: () => void send({ type: 'WithdrawAsk', askId }) },
  ];
  const reveal = { label: 'Reveal the ratings', run: () => openRatings(askId) };
  return [
    ...(mayControl ? control : []),
    ...(isHost && !live.revealed && live.rated > 0 ? [reveal] : []),
    ...(rates || isObserver ? ratings : []),
  ];
}
