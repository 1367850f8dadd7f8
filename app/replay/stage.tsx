'use client';

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
import { PanelUiProvider } from '@/app/room/shell/panel-ui';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { OpenVerdicts } from '@/app/room/verdicts/open-verdicts';
import { clock } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';

interface Props {
  /** The questions as the panel had them; empty for a candidate. */
  items: readonly PackItem[];
}

/** The live room's own screens, with nothing to press in them. */
export function Stage({ items }: Props) {
  const audience = useLive((state) => state.audience);
  return (
    <fieldset disabled className="min-w-0">
      <legend className="sr-only">What you saw at this moment</legend>
      {audience === null ? null : audience === 'candidate' ? (
        <CandidateStage />
      ) : (
        <PanelUiProvider>
          <PanelStage items={items} />
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

function PanelStage({ items }: Props) {
  const asks = useAsks();
  const phase = usePanel((view) => view.round?.phase ?? null);
  const isLive = usePanel((view) => view.asks.liveAskId !== null);
  const verdicts = usePanel((view) => view.verdicts);
  const decided = usePanel((view) => view.closing?.decision ?? null);
  if (phase === 'asking')
    return isLive ? (
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19.5rem]">
        <AskColumn />
        <div className="border-line lg:border-l">
          <MyColumn />
        </div>
      </div>
    ) : (
      <p className="py-10 text-ink-soft">No question was live.</p>
    );
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

/** The panel's channel as it was then. */
function Messages() {
  const messages = usePanel((view) => view.channel.messages);
  const all = Object.values(messages).sort((a, b) => a.no - b.no);
  const [first] = all;
  if (!first) return null;
  return (
    <section>
      <PanelHeading level={3}>Panel channel</PanelHeading>
      <ul className="text-sm">
        {all.map(({ id, name, text, at }) => (
          <li key={id} className="wrap-anywhere py-1">
            <span className="text-ink-soft tabular">{clock(at - first.at)}</span> {name}: {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
