'use client';

import { useAsks, useIsHost, useOnline, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { OpenVerdicts } from '@/app/room/verdicts/open-verdicts';
import { Button } from '@/app/ui/button';
import { PanelHeading } from '@/app/ui/panel-heading';
import { CodeReviews } from './code-reviews-later';
import { DebriefGrid } from './debrief-grid';
import { NextRound } from './next-round';

/** Middle, from the debrief on: the grid to walk through together, the verdicts, what the candidate wrote. */
export function Debrief() {
  const round = usePanel((view) => view.round);
  const opened = usePanel((view) => view.verdicts?.opened ?? null);
  const reflection = usePanel((view) => view.self?.reflection ?? null);
  const isHost = useIsHost();
  const isOnline = useOnline();
  const asks = useAsks();
  const nameOf = useNameOf();
  const { open } = usePanelUi();
  if (!round) return null;
  const name = nameOf(round.candidateId);
  const isPublished = round.phase === 'published';
  return (
    <div className="flex flex-col gap-8 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h2 className="font-semibold text-2xl">
            {isPublished ? 'The scorecard is published' : `Debrief with ${name}`}
          </h2>
          <p className="max-w-prose text-ink-soft">
            {isPublished
              ? 'Everyone entitled to it finds it in History.'
              : `${name} is back and sees none of this yet. Go through it row by row; press one for its evidence.`}
          </p>
        </div>
        {isPublished || !isHost ? null : (
          <Button variant="primary" disabled={!isOnline} onClick={() => open('publish')}>
            Publish the scorecard
          </Button>
        )}
      </header>
      {isPublished ? <NextRound /> : null}
      <DebriefGrid />
      {asks.some(({ kind }) => kind === 'exercise') ? <CodeReviews /> : null}
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
    </div>
  );
}
