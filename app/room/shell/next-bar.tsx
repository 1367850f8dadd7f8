'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useBank } from '@/app/live/use-bank';
import { useAsks, useIsHost, useMine, useMyAsk, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { agendaRows, nextRow } from '@/app/room/agenda/agenda-rows';
import { PUSH_TO, pushWays } from '@/app/room/agenda/push-ways';
import { type PushWish, usePush } from '@/app/room/agenda/use-push';
import { useReveal } from '@/app/room/reveal/use-reveal';
import { bottomBar } from '@/app/ui/bottom-bar';
import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { ownOf } from '@/server/protocol/in-order';
import { nextAction, type Step } from './next-action';
import { usePanelUi } from './panel-ui';
import { DECISION_FIELD, shownField, VERDICT_FIELD } from './shown-field';
import { useIsObserver, useNextCandidate } from './use-panel-room';

/** Milliseconds in which a second tap belongs to the first. */
const DOUBLE_TAP_MS = 500;
/** When one of the buttons below was tapped last (ms, this page's time). */
let tappedAt = Number.NEGATIVE_INFINITY;

/** Below the tabs of a narrow window: the one next action, always in the same place, whichever tab is open. */
export function NextBar() {
  const { words, step, ways } = useNextAction();
  const take = useSteps();
  const isOnline = useOnline();
  const rated = usePanel(({ asks }) => ownOf(asks.asks, asks.liveAskId)?.rated ?? 0);
  if (words === '') return null;
  const labels: Record<Step['kind'], string> = {
    rate: 'Rate this answer',
    reveal: `Reveal ${plural(rated, 'rating')}`,
    push: 'Push next',
    finish: 'Finish asking',
    judge: 'Give your verdict',
    'open-debrief': 'Open the debrief',
    decide: 'Record the decision',
    publish: 'Publish the scorecard',
    start: 'Start the next round',
  };
  const isLocal = step?.kind === 'rate' || step?.kind === 'judge' || step?.kind === 'decide';
  return (
    <section
      ref={bottomBar}
      aria-label="Next"
      className="flex min-h-16 shrink-0 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line border-t bg-paper px-4 py-2 fold:hidden"
    >
      <p role="status" className="min-w-24 flex-1 text-sm tabular">
        {words}
      </p>
      {step && ways.length > 0 ? (
        <div className="flex grow flex-wrap justify-end gap-2">
          {ways.map(({ mode, time }, no) => (
            <StepButton
              key={mode}
              kind={step.kind}
              variant={no === 0 ? 'primary' : 'plain'}
              off={!isOnline}
              onTake={() => take(step, { mode })}
            >
              <span className="flex flex-col leading-tight">
                {PUSH_TO[mode]} <span className="font-normal text-xs">{time}</span>
              </span>
            </StepButton>
          ))}
        </div>
      ) : step ? (
        <StepButton key={step.kind} kind={step.kind} off={!isOnline && !isLocal} onTake={() => take(step)}>
          {labels[step.kind]}
        </StepButton>
      ) : null}
    </section>
  );
}

interface StepButtonProps {
  kind: Step['kind'];
  variant?: 'primary' | 'plain';
  off: boolean;
  onTake: () => void;
  children: ReactNode;
}

/** It comes where another was a moment ago: a second tap on that one is none on this. */
function StepButton({ kind, variant = 'primary', off, onTake, children }: StepButtonProps) {
  const [settled, setSettled] = useState(() => performance.now() - tappedAt > DOUBLE_TAP_MS);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), DOUBLE_TAP_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Button
      size="lg"
      variant={variant}
      className="shrink-0"
      disabled={off}
      aria-disabled={!settled}
      data-heir={kind === 'reveal' ? 'ratings' : undefined}
      onClick={(event) => {
        // By keyboard (`detail` 0) nothing is tapped, and the focus has gone on.
        if (event.detail > 0) tappedAt = performance.now();
        onTake();
      }}
    >
      {children}
    </Button>
  );
}

function useNextAction() {
  const phase = usePanel((view) => view.round?.phase ?? 'asking');
  const asks = useAsks();
  const agenda = usePanel((view) => view.agenda.items);
  const live = usePanel((view) => ownOf(view.asks.asks, view.asks.liveAskId) ?? null);
  const verdicts = usePanel((view) => view.verdicts);
  const { bank } = useBank();
  const next = useMemo(() => nextRow(agendaRows(agenda, asks, bank)), [agenda, asks, bank]);
  const mine = useMyAsk(live?.askId ?? null);
  const action = nextAction({
    phase,
    live,
    next: next?.itemId ?? null,
    hasAsked: asks.length > 0,
    isHost: useIsHost(),
    isObserver: useIsObserver(),
    rates: useMine((me) => me.rates) ?? false,
    hasRated: mine?.first != null,
    hasVerdict: useMine((me) => me.verdict !== null) ?? false,
    isPeer: usePanel((view) => view.room.format === 'peer'),
    nextCandidate: useNextCandidate(),
    verdicts: verdicts && { in: verdicts.in, of: verdicts.of, opened: verdicts.opened !== null },
  });
  // An exercise is pushed in one of two ways.
  return { ...action, ways: action.step?.kind === 'push' ? pushWays(next?.item ?? null) : [] };
}

function useSteps(): (step: Step, wish?: PushWish) => void {
  const send = useSend();
  const push = usePush();
  const reveal = useReveal();
  const roundId = usePanel((view) => view.round?.roundId ?? '');
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const { open, select, show } = usePanelUi();
  const goTo = (selector: string) => {
    flushSync(() => {
      select(null);
      show('question');
    });
    const shown = shownField(selector);
    shown?.scrollIntoView({ block: 'center' });
    shown?.focus({ preventScroll: true });
  };
  return (step, wish) => {
    switch (step.kind) {
      case 'rate':
        return goTo('input[name^="middle/"]');
      case 'judge':
        return goTo(VERDICT_FIELD);
      case 'decide':
        return goTo(DECISION_FIELD);
      case 'reveal':
        return liveAskId === null ? undefined : reveal(liveAskId);
      case 'push':
        return void push(step.itemId, wish);
      case 'finish':
        return open('finish');
      case 'open-debrief':
        return void send({ type: 'OpenDebrief', roundId });
      case 'publish':
        return open('publish');
      case 'start':
        return void send({ type: 'StartRound', candidateId: step.candidateId });
    }
  };
}
