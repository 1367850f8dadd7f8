import { useCandidate, useLive, useMine, useSend } from '@/app/live/use-room';
import type { Action } from '@/app/room/shell/command-menu';

/** What a candidate can ask of the room while they are asked. Practising alone, nobody hears it. */
export function useAnswerActions(): Action[] {
  const send = useSend();
  const clock = useCandidate((view) => view.clock);
  const hand = useMine((mine) => mine.hand) ?? false;
  const isAsked = useLive(({ view }) => view.round?.phase === 'asking' && view.room?.alone !== true);
  if (!isAsked) return [];
  const raise = {
    label: hand ? 'Lower hand' : 'Raise hand',
    run: () => void send({ type: 'RaiseHand', raised: !hand }),
  };
  const askId = clock?.askId ?? '';
  if (clock?.moment)
    return [{ label: 'I am ready, go on', run: () => void send({ type: 'ResumeClock', askId }) }, raise];
  if (clock?.runningSince != null)
    return [{ label: 'I need a moment', run: () => void send({ type: 'TakeMoment', askId }) }, raise];
  return [raise];
}

const reflectionField = () =>
  document.querySelector<HTMLTextAreaElement>('[aria-label="Your reflection"] textarea');

/** What they can do on their own page after it. `goTo`: a field, once the menu has closed. */
export function useOwnPageActions(goTo: (field: HTMLElement) => void): Action[] {
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const roundId = useMine((mine) => mine.scorecardIn);
  const field = reflectionField();
  const open = () => void window.open(`/scorecards/${roomId}/${roundId}`, '_blank', 'noopener');
  return [
    ...(roundId ? [{ label: 'Open your scorecard', run: open }] : []),
    ...(field ? [{ label: 'Write how it was for you', run: () => goTo(field) }] : []),
  ];
}
