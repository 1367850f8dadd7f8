'use client';

import { createElement, useState } from 'react';
import { useLive } from '@/app/live/use-room';
import { Button, ButtonLink } from '@/app/ui/button';
import { Dialog } from '@/app/ui/dialog';
import { Later, useLater } from '@/app/ui/later';
import { LayerNotLoaded } from '@/app/ui/not-loaded';
import { PanelHeading } from '@/app/ui/panel-heading';
import { inOrder } from '@/server/protocol/in-order';
import type { Closing } from '@/server/protocol/view-closing';
import { DECISION_NAMES } from '@/server/protocol/words';
import { DecisionForm } from './decision';

const publishing = new Later(() => import('./publishing'));

/**
 * The rounds of a led room that are over, for its host, who can publish, change or withdraw each at any time, and record
 * what the panel decided.
 */
export function EarlierRounds({ besides }: { besides: string | null }) {
  const closings = useLive(({ view }) => ('closings' in view ? view.closings : undefined));
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const [opened, setOpened] = useState<{ what: 'publishing' | 'decision'; roundId: string } | null>(null);
  const rounds = inOrder(closings ?? {}).filter(({ roundId }) => roundId !== besides);
  // As it is now: another device of the host may have published it meanwhile.
  const closing = rounds.find(({ roundId }) => roundId === opened?.roundId) ?? null;
  if (rounds.length === 0) return null;
  return (
    <section className="w-full">
      <PanelHeading level={3}>{besides === null ? 'Rounds' : 'Earlier rounds'}</PanelHeading>
      <ul className="divide-y divide-line">
        {rounds.map((round) => (
          <li key={round.roundId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 text-left">
              <span className="font-medium">{round.candidate}</span>
              <span className="text-ink-soft text-sm">
                {round.published ? ', has the scorecard' : ', has no scorecard'}
                {`, ${stateOf(round)}`}
              </span>
            </span>
            {round.isOpen ? (
              <>
                <ButtonLink
                  size="sm"
                  variant="quiet"
                  aria-label={`Open the scorecard of ${round.candidate}`}
                  href={`/scorecards/${roomId}/${round.roundId}`}
                >
                  Open
                </ButtonLink>
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Decision about ${round.candidate}`}
                  onClick={() => setOpened({ what: 'decision', roundId: round.roundId })}
                >
                  Decision
                </Button>
              </>
            ) : null}
            <Button
              size="sm"
              aria-label={
                round.published
                  ? `Change what they see: ${round.candidate}`
                  : `Publish the scorecard of ${round.candidate}`
              }
              onClick={() => setOpened({ what: 'publishing', roundId: round.roundId })}
            >
              {round.published ? 'Change what they see' : 'Publish'}
            </Button>
          </li>
        ))}
      </ul>
      {closing && opened?.what === 'publishing' ? (
        <Opened closing={closing} onClose={() => setOpened(null)} />
      ) : null}
      {closing && opened?.what === 'decision' ? (
        <DecisionAbout closing={closing} onClose={() => setOpened(null)} />
      ) : null}
    </section>
  );
}

function stateOf({ isOpen, decision }: Closing): string {
  if (!isOpen) return 'before you joined';
  return decision ? DECISION_NAMES[decision.decision].toLowerCase() : 'nothing decided yet';
}

/** Candidates never see it, so it can be recorded or changed whenever the panel has talked. */
function DecisionAbout({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const { roundId, candidate, decision } = closing;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Decision about ${candidate}`}
      description="For the panel alone, on its scorecard of this round."
    >
      <DecisionForm roundId={roundId} last={decision} onDone={onClose} />
    </Dialog>
  );
}

function Opened({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const state = useLater(publishing);
  const { roundId, candidate } = closing;
  if (state.kind === 'here')
    return createElement(state.code.default, { roundId, candidate, closing, onClose });
  return state.kind === 'failed' ? (
    <LayerNotLoaded again={() => void publishing.load()} onClose={onClose} />
  ) : null;
}
