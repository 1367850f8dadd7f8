'use client';

import { useBank } from '@/app/live/use-bank';
import { useAsks, useIsHost, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { GONE, useGone, useNameOf } from '@/app/room/shell/use-panel-room';
import { OpenVerdicts } from '@/app/room/verdicts/open-verdicts';
import { Button } from '@/app/ui/button';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { Bank } from '@/server/protocol/bank';
import type { RoundPhase } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';
import { CodeReviews } from './code-reviews-later';
import { DebriefGrid } from './debrief-grid';
import { Decision } from './decision';
import { EarlierFeedback } from './earlier-feedback';
import { EarlierRounds } from './earlier-rounds';
import { Feedback } from './feedback-form';
import { NextRound, WarmUpForNext } from './next-round';

/** Middle, from the debrief on: the grid to walk through together, the verdicts, and the candidate's words. */
export function Debrief() {
  const round = usePanel((view) => view.round);
  const opened = usePanel((view) => view.verdicts?.opened ?? null);
  const reflection = usePanel((view) => view.self?.reflection ?? null);
  const format = usePanel((view) => view.room.format);
  const calledBack = usePanel((view) => view.closing?.calledBack ?? false);
  const isHost = useIsHost();
  const send = useSend();
  const isOnline = useOnline();
  const asks = useAsks();
  const { bank } = useBank();
  const nameOf = useNameOf();
  const gone = useGone(round?.candidateId ?? null);
  const { open } = usePanelUi();
  if (!round) return null;
  const name = nameOf(round.candidateId);
  const over = isOver(round.phase);
  const isLed = format === 'led';
  return (
    <div className="flex flex-col gap-8 px-4 pt-6 pb-20 sm:px-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h2 className="font-semibold text-2xl">
            {TITLES[round.phase] ??
              (gone || (isLed && !calledBack) ? `Debrief about ${name}` : `Debrief with ${name}`)}
          </h2>
          <p className="max-w-prose text-ink-soft">
            {whatNow(round.phase, { isLed, calledBack, name, gone })}
          </p>
        </div>
        {isHost ? (
          <div className="flex flex-wrap gap-2">
            {isLed && round.phase === 'debrief' && !calledBack && !gone ? (
              <Button
                disabled={!isOnline}
                onClick={() => void send({ type: 'CallCandidateBack', roundId: round.roundId })}
              >
                Call {name} back
              </Button>
            ) : null}
            {round.phase === 'published' && !isLed ? null : (
              <Button
                variant={isLed && !over ? 'quiet' : over ? 'quiet' : 'primary'}
                disabled={!isOnline}
                onClick={() => open('publish')}
              >
                {round.phase === 'published' ? `What ${name} sees` : 'Publish the scorecard'}
              </Button>
            )}
          </div>
        ) : null}
      </header>
      {over ? <NextRound /> : null}
      {over && isLed ? <WarmUpForNext /> : null}
      <DebriefGrid />
      {asks.some(({ kind }) => kind === 'exercise') ? <CodeReviews items={bank?.items ?? NONE} /> : null}
      {isLed ? <Decision roundId={round.roundId} /> : null}
      <Feedback key={round.roundId} roundId={round.roundId} />
      {opened ? (
        <section>
          <PanelHeading level={3}>Verdicts</PanelHeading>
          <OpenVerdicts opened={opened} />
        </section>
      ) : null}
      {reflection ? (
        <section>
          <PanelHeading level={3}>What {name} wrote in the green room</PanelHeading>
          <p className="wrap-anywhere max-w-prose whitespace-pre-wrap">{reflection}</p>
        </section>
      ) : null}
      <EarlierFeedback besides={round.roundId} />
      {isHost ? <EarlierRounds besides={round.roundId} /> : null}
    </div>
  );
}

const NONE: Bank['items'] = [];

const TITLES: Partial<Record<RoundPhase, string>> = {
  closed: 'The round is closed',
  published: 'The scorecard is published',
};

interface Candidate {
  isLed: boolean;
  calledBack: boolean;
  name: string;
  gone: keyof typeof GONE | null;
}

function whatNow(phase: RoundPhase, { isLed, calledBack, name, gone }: Candidate): string {
  if (phase === 'published') return 'Everyone entitled to it finds it in History.';
  if (phase === 'closed')
    return `The panel finds its scorecard in History. ${name} has none: publish it now, later or never.`;
  const walk = 'Go through it row by row; press one for its evidence.';
  if (gone) return `${name} ${GONE[gone]}. ${walk}`;
  if (!isLed || calledBack) return `${name} is back and sees none of this yet. ${walk}`;
  return `${name} is in the green room and doesn’t know that you’ve begun. ${walk}`;
}
