'use client';

import { useEffect } from 'react';
import { useAsks, useCandidate, useLive, useMine, usePanel } from '@/app/live/use-room';
import { useAnswerTime } from '@/app/live/use-time';
import { AskColumn } from '@/app/room/asking/ask-column';
import { AnswerClock } from '@/app/room/candidate/answer-clock';
import { Exercise } from '@/app/room/candidate/exercise';
import { Prompt } from '@/app/room/candidate/prompt';
import { SelfRatings } from '@/app/room/candidate/self-ratings';
import { CodeReviews } from '@/app/room/debrief/code-reviews-later';
import { DebriefGrid } from '@/app/room/debrief/debrief-grid';
import { Decided } from '@/app/room/debrief/decision';
import { MyColumn } from '@/app/room/listening/my-column';
import { PanelUiProvider, usePanelUi } from '@/app/room/shell/panel-ui';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { OpenVerdicts } from '@/app/room/verdicts/open-verdicts';
import { clock } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';
import { inOrder, ownOf } from '@/server/protocol/in-order';

interface Props {
  /** The questions as the panel had them; empty for a candidate. */
  items: PackItem[];
  /** The question to show: the live one or, for the panel, the last one. */
  askId: string | null;
}

/** The live room's own screens, with nothing to press in them. */
export function Stage({ items, askId }: Props) {
  const audience = useLive((state) => state.audience);
  return (
    <fieldset disabled className="min-w-0">
      <legend className="sr-only">What you saw at this moment</legend>
      {audience === null ? null : audience === 'candidate' ? (
        <CandidateStage />
      ) : (
        <PanelUiProvider replayed={items}>
          <PanelStage items={items} askId={askId} />
        </PanelUiProvider>
      )}
    </fieldset>
  );
}

function CandidateStage() {
  const phase = useCandidate((view) => view.round?.phase ?? null);
  const prompt = useCandidate((view) => view.prompt);
  const answer = useCandidate((view) => view.clock);
  const time = useAnswerTime(answer);
  if (phase !== 'asking') return <Between phase={phase} />;
  if (!prompt) return <p className="py-10 text-ink-soft">No question was on your screen.</p>;
  const ring = time ? (
    <AnswerClock time={time} moment={answer?.moment ?? false} small={prompt.code !== null} />
  ) : null;
  if (prompt.code) return <Exercise prompt={prompt} code={prompt.code} clock={ring} />;
  return (
    <div className="flex flex-col gap-8 py-8 md:flex-row md:items-start md:justify-between">
      <Prompt prompt={prompt} />
      {ring}
    </div>
  );
}

const PHASES = {
  deliberating: 'You were in the green room while the panel talked.',
  debrief: 'The panel was walking through the scorecard.',
  closed: 'The panel had finished.',
  published: 'The scorecard was published.',
} as const;

function Between({ phase }: { phase: string | null }) {
  const reflection = useMine((mine) => mine.reflection);
  const words = phase && phase in PHASES ? PHASES[phase as keyof typeof PHASES] : 'The round had not begun.';
  return (
    <div className="flex max-w-xl flex-col gap-10 py-10">
      <p className="text-lg">{words}</p>
      {reflection?.text ? (
        <section>
          <h2 className="font-semibold text-lg">In your own words</h2>
          <p className="wrap-anywhere mt-1 whitespace-pre-wrap">{reflection.text}</p>
          <p className="mt-1 text-ink-soft text-sm">
            {reflection.shared ? 'You let the panel read it.' : 'Only you could read it.'}
          </p>
        </section>
      ) : null}
      <SelfRatings open={false} />
    </div>
  );
}

function PanelStage({ items, askId }: Props) {
  const asks = useAsks();
  const phase = usePanel((view) => view.round?.phase ?? null);
  const verdicts = usePanel((view) => view.verdicts);
  const decided = useMine((mine) => mine.decision);
  if (phase === 'asking') return <AskingStage askId={askId} />;
  return (
    <div className="flex flex-col gap-8 py-8">
      {phase === 'deliberating' && verdicts ? (
        <p className="text-lg">
          {verdicts.in} of {verdicts.of} verdicts were in, face down.
        </p>
      ) : null}
      {verdicts?.opened ? (
        <section>
          <PanelHeading level={3}>Verdicts</PanelHeading>
          <OpenVerdicts opened={verdicts.opened} />
        </section>
      ) : null}
      {decided ? (
        <section>
          <PanelHeading level={3}>Decision</PanelHeading>
          <Decided {...decided} />
        </section>
      ) : null}
      {phase === 'deliberating' ? null : <DebriefGrid />}
      {phase !== 'deliberating' && asks.some(({ kind }) => kind === 'exercise') ? (
        <CodeReviews items={items} />
      ) : null}
      <Messages />
    </div>
  );
}

/** The live question, or the last one with what was made of it since. */
function AskingStage({ askId }: { askId: string | null }) {
  const ask = usePanel((view) => ownOf(view.asks.asks, askId) ?? null);
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const { selected, select } = usePanelUi();
  const last = ask !== null && ask.askId !== liveAskId ? ask.askId : null;
  const isChosen = selected?.kind === 'ask' ? selected.askId === last : last === null;
  useEffect(() => {
    if (!isChosen) select(last === null ? null : { kind: 'ask', askId: last });
  }, [isChosen, last, select]);
  if (!ask)
    return (
      <div className="flex flex-col gap-8 py-10">
        <p className="text-ink-soft">No question had been asked yet.</p>
        <Messages />
      </div>
    );
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19.5rem]">
      <div className="min-w-0">
        {last === null ? null : (
          <p className="px-4 pt-3 text-ink-soft text-sm sm:px-6">
            No question was live. This was the last one.
          </p>
        )}
        {isChosen ? <AskColumn /> : null}
      </div>
      <div className="min-w-0 border-line lg:border-l">
        {isChosen ? <MyColumn /> : null}
        <div className="px-4 py-3 empty:hidden">
          <Messages />
        </div>
      </div>
    </div>
  );
}

/** The panel's channel as it was then, with the times of the round. */
function Messages() {
  const messages = usePanel((view) => inOrder(view.channel.messages));
  const startedAt = usePanel((view) => view.round?.startedAt ?? 0);
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="channel">
      <PanelHeading level={3} id="channel">
        Panel channel
      </PanelHeading>
      <ul className="text-sm">
        {messages.map(({ id, name, text, at }) => (
          <li key={id} className="wrap-anywhere py-1">
            <span className="text-ink-soft tabular">{clock(at - startedAt)}</span> {name}: {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
