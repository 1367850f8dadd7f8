'use client';

import { createElement, useState } from 'react';
import { useLive } from '@/app/live/use-room';
import { Button, ButtonLink } from '@/app/ui/button';
import { Later, useLater } from '@/app/ui/later';
import { LayerNotLoaded } from '@/app/ui/not-loaded';
import { PanelHeading } from '@/app/ui/panel-heading';
import { inOrder } from '@/server/protocol/in-order';
import type { Closing } from '@/server/protocol/view-closing';

const publishing = new Later(() => import('./publishing'));

/** The rounds of a led room that are over, for its host, who can publish, change or withdraw each at any time. */
export function EarlierRounds({ besides }: { besides: string | null }) {
  const closings = useLive(({ view }) => ('closings' in view ? view.closings : undefined));
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  const [opened, setOpened] = useState<Closing | null>(null);
  const rounds = inOrder(closings ?? {}).filter(({ roundId }) => roundId !== besides);
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
              </span>
            </span>
            <ButtonLink size="sm" variant="quiet" href={`/scorecards/${roomId}/${round.roundId}`}>
              Open
            </ButtonLink>
            <Button size="sm" onClick={() => setOpened(round)}>
              {round.published ? 'Change what they see' : 'Publish'}
            </Button>
          </li>
        ))}
      </ul>
      {opened ? <Opened closing={opened} onClose={() => setOpened(null)} /> : null}
    </section>
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
