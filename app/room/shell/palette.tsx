'use client';

import { useRef } from 'react';
import { headingOf } from '@/app/agenda/heading';
import { panelOf } from '@/app/live/panel-view';
import { useBank } from '@/app/live/use-bank';
import {
  useAsks,
  useIsHost,
  useMine,
  useOnline,
  usePanel,
  useRoomClient,
  useSend,
} from '@/app/live/use-room';
import { textOf } from '@/app/room/agenda/agenda-rows';
import { PUSH_TO, pushWays } from '@/app/room/agenda/push-ways';
import { usePush } from '@/app/room/agenda/use-push';
import { useEarlierFeedback } from '@/app/room/debrief/use-earlier-feedback';
import { usePeopleActions } from '@/app/room/people/people-actions';
import { useSeatActions } from '@/app/room/people/seat-actions';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { PackText } from '@/app/ui/pack-text';
import type { CodeMode } from '@/server/protocol/code';
import { inOrder } from '@/server/protocol/in-order';
import { isOver, toCome } from '@/server/room/rules';
import { type Action, CommandGroup, CommandMenu, CommandRow } from './command-menu';
import { useExcuseActions, useLiveActions, useQuestionActions, useWays, type Way } from './palette-actions';
import { type Layer, usePanelUi } from './panel-ui';
import { shownField } from './shown-field';
import { useIsObserver } from './use-panel-room';

/** The command menu: by typing a few letters, find a question and push it, or find any other action. */
export default function Palette() {
  const { open, select, show, openPad } = usePanelUi();
  const { bank } = useBank();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const asks = useAsks();
  const asked = asks.length;
  const isDebrief = usePanel((view) => view.round?.phase === 'debrief' || view.round?.phase === 'closed');
  const roundId = usePanel((view) => view.round?.roundId ?? null);
  const hasEarlier = useEarlierFeedback(roundId).length > 0;
  const isHost = useIsHost();
  const { tryOut } = useRoomSlice();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  const actions = useActions();
  const fields = useWays();
  const again = useQuestionActions();
  const goal = useRef<string | null>(null);
  const goTo = ({ column, selector }: Way) => {
    open(null);
    if (column === 'question') select(null);
    show(column);
    goal.current = selector;
  };
  const toGoal = (event: Event) => {
    const shown = goal.current === null ? undefined : shownField(goal.current);
    if (!shown) return;
    event.preventDefault();
    shown.focus();
  };
  const push = usePush();
  const client = useRoomClient();
  const then = (run: () => void) => () => {
    open(null);
    run();
  };
  const mayPush = isAsking && !isObserver && isOnline;
  const choose = (itemId: string, mode?: CodeMode) => {
    const ask = inOrder(panelOf(client.getState().view).asks.asks).findLast(
      (other) => other.itemId === itemId,
    );
    if (!ask && mayPush) return void push(itemId, mode && { mode });
    select(ask ? { kind: 'ask', askId: ask.askId } : { kind: 'item', itemId });
    show('question');
  };
  const layers: { layer: Layer; label: string; host: boolean }[] = [
    ...(isAsking ? [{ layer: 'finish' as const, label: 'Finish asking', host: true }] : []),
    ...(isDebrief ? [{ layer: 'publish' as const, label: 'Publish the scorecard', host: true }] : []),
    { layer: 'people', label: 'People and roles', host: false },
    { layer: 'people', label: 'Hand over the host’s role', host: true },
    ...(tryOut ? [] : [{ layer: 'invites' as const, label: 'Invite links', host: true }]),
    { layer: 'settings', label: 'Room settings', host: true },
    ...(isAsking ? [{ layer: 'agenda' as const, label: 'Change the agenda', host: true }] : []),
    ...(isAsking && asked <= 1
      ? [{ layer: 'discard' as const, label: 'Discard this round', host: true }]
      : []),
    ...(hasEarlier
      ? [{ layer: 'feedback' as const, label: 'Feedback for earlier rounds', host: false }]
      : []),
    { layer: 'shortcuts', label: 'Keys', host: false },
    { layer: 'rename', label: 'Change my name', host: false },
    { layer: 'return', label: 'Continue on another device', host: false },
    { layer: 'end', label: 'End the room', host: true },
  ];
  const pad = openPad ? [{ label: 'Pad beside the call', run: () => void openPad() }] : [];
  const seat = [...pad, ...useSeatActions()];
  return (
    <CommandMenu label="Find a question or an action" onClose={() => open(null)} onCloseAutoFocus={toGoal}>
      <CommandGroup heading="Do">
        {actions.map(({ label, run }) => (
          <CommandRow key={label} disabled={!isOnline} onSelect={then(run)}>
            {label}
          </CommandRow>
        ))}
        {fields.map((way) => (
          <CommandRow key={way.label} onSelect={() => goTo(way)}>
            {way.label}
          </CommandRow>
        ))}
        {layers
          .filter((layer) => isHost || !layer.host)
          .map(({ layer, label }) => (
            <CommandRow key={label} onSelect={() => open(layer)}>
              {label}
            </CommandRow>
          ))}
        {seat.map(({ label, run }) => (
          <CommandRow key={label} onSelect={then(run)}>
            {label}
          </CommandRow>
        ))}
      </CommandGroup>
      <CommandGroup heading={isObserver ? 'Questions' : 'Push or look at'}>
        {bank?.items.flatMap((item) => {
          const heading = headingOf(item, bank.groups);
          const ways = mayPush && !asks.some(({ itemId }) => itemId === item.id) ? pushWays(item) : [];
          const entries = ways.map(({ mode, time }) => ({
            mode,
            words: `${PUSH_TO[mode]}, ${time}`,
          }));
          const all = entries.length > 0 ? entries : [{ mode: undefined, words: heading }];
          return all.map(({ mode, words }) => (
            <CommandRow
              key={`${item.id} ${mode}`}
              value={`${textOf(item)} ${heading} ${words} ${item.id}`}
              onSelect={then(() => choose(item.id, mode))}
            >
              <span className="min-w-0 flex-1 truncate">
                <PackText>{textOf(item)}</PackText>
              </span>
              <span className="shrink-0 text-ink-soft text-xs">{words}</span>
            </CommandRow>
          ));
        })}
      </CommandGroup>
      {/* Last, so that by the words of a question one looks at it, and does not ask it again. */}
      {again.length > 0 ? (
        <CommandGroup heading="Ask a follow-up, or ask again">
          {again.map(({ label, run }) => (
            <CommandRow key={label} disabled={!isOnline} onSelect={then(run)}>
              <PackText>{label}</PackText>
            </CommandRow>
          ))}
        </CommandGroup>
      ) : null}
    </CommandMenu>
  );
}

/** What this person can do in the room now. */
function useActions(): Action[] {
  const send = useSend();
  const push = usePush();
  const isObserver = useIsObserver();
  const isHost = useIsHost();
  const hand = useMine((mine) => mine.hand) ?? false;
  const round = usePanel((view) => view.round);
  const [next] = toCome(
    usePanel((view) => view.agenda.items),
    useAsks(),
  );
  const isOpened = usePanel((view) => view.verdicts?.opened != null);
  const { bank } = useBank();
  const ways = pushWays(bank?.items.find(({ id }) => id === next) ?? null);
  const isPeer = usePanel((view) => view.room.format === 'peer');
  const calledBack = usePanel((view) => view.closing?.calledBack ?? false);
  const isLate = useMine((mine) => mine.late) ?? false;
  const ofTheQuestion = useLiveActions();
  const actions = [...ofTheQuestion, ...usePeopleActions(), ...useExcuseActions()];
  if (round?.phase === 'asking' && next !== undefined && !isObserver)
    actions.unshift(
      { label: 'Push the next question', run: () => void push(next) },
      ...ways.flatMap(({ mode, time }) =>
        mode === 'rewrite'
          ? [{ label: `Push the next exercise to rewrite, ${time}`, run: () => void push(next, { mode }) }]
          : [],
      ),
    );
  if (round?.phase === 'deliberating' && isHost) {
    const { roundId } = round;
    actions.push(
      isOpened
        ? { label: 'Open the debrief', run: () => void send({ type: 'OpenDebrief', roundId }) }
        : { label: 'Go back to asking', run: () => void send({ type: 'ResumeAsking', roundId }) },
    );
  }
  if (isHost && !isPeer && round?.phase === 'debrief' && !calledBack)
    actions.push({
      label: 'Call the candidate back',
      run: () => void send({ type: 'CallCandidateBack', roundId: round.roundId }),
    });
  if (isHost && round && isOver(round.phase) && (!isPeer || round.nextId !== null))
    actions.push({
      label: 'Start the next round',
      run: () => void send({ type: 'StartRound', candidateId: null }),
    });
  if (isLate && round && !isOpened && (round.phase === 'asking' || round.phase === 'deliberating'))
    actions.push({
      label: 'Take part in full, so that verdicts wait for you',
      run: () => void send({ type: 'TakePart', roundId: round.roundId }),
    });
  actions.push({
    label: hand ? 'Lower your hand' : 'Raise your hand',
    run: () => void send({ type: 'RaiseHand', raised: !hand }),
  });
  return actions;
}
