import { useBank } from '@/app/live/use-bank';
import {
  useAsks,
  useIsHost,
  useLive,
  useMine,
  usePanel,
  usePresence,
  useRoomClient,
  useSend,
} from '@/app/live/use-room';
import { BANK_SEARCH } from '@/app/room/agenda/bank-field';
import { NOTE_FIELD } from '@/app/room/listening/notes';
import { useAtDoor } from '@/app/room/people/use-everybody';
import { useReveal } from '@/app/room/reveal/use-reveal';
import { ownOf } from '@/server/protocol/in-order';
import { HOST_AWAY_MS, RATING_NAMES, RATINGS } from '@/server/protocol/words';
import { type Column, usePanelUi } from './panel-ui';
import { DECISION_FIELD, VERDICT_FIELD } from './shown-field';
import { useIsObserver, useJudged, useMayControl, useNameOf } from './use-panel-room';

export interface Action {
  label: string;
  run: () => void;
}

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

/** What is done about people: at the door, about a host who is away, and about verdicts that are missing. */
export function usePeopleActions(): Action[] {
  const send = useSend();
  const client = useRoomClient();
  const waiting = useAtDoor();
  const isHost = useIsHost();
  const isPanelist = useLive((state) => state.audience === 'panelist');
  const hostId = usePanel((view) => view.room.hostId);
  const round = usePanel((view) => view.round);
  const verdicts = usePanel((view) => view.verdicts);
  const raters = useLive((state) => state.view.door?.raters) ?? [];
  const nameOf = useNameOf();
  const host = usePresence()(hostId);
  const actions: Action[] = [];
  if (isPanelist && host.state === 'away' && client.clock.now() - host.since >= HOST_AWAY_MS)
    actions.push({ label: 'Take over as host', run: () => void send({ type: 'TakeOverHost' }) });
  if (waiting.length > 1)
    actions.push({ label: 'Let everyone in', run: () => void send({ type: 'AdmitEveryone' }) });
  for (const { id, called } of waiting)
    actions.push({ label: `Let ${called} in`, run: () => void send({ type: 'AdmitMember', memberId: id }) });
  if (isHost && round?.phase === 'deliberating' && verdicts && verdicts.in < verdicts.of)
    for (const memberId of raters)
      if (!verdicts.excused.includes(memberId))
        actions.push({
          label: `Excuse ${nameOf(memberId)} from a verdict`,
          run: () => void send({ type: 'ExcuseVerdict', roundId: round.roundId, memberId }),
        });
  return actions;
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
