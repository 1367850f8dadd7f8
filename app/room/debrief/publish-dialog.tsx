'use client';

import { useLive, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { ownOf } from '@/server/protocol/in-order';
import Publishing from './publishing';

/** Publishes the current round. */
export default function PublishDialog() {
  const { open } = usePanelUi();
  const round = usePanel((view) => view.round);
  const closing = useLive(({ view }) =>
    'closings' in view ? ownOf(view.closings ?? {}, view.round?.roundId) : undefined,
  );
  const nameOf = useNameOf();
  if (!round) return null;
  return (
    <Publishing
      roundId={round.roundId}
      candidate={nameOf(round.candidateId)}
      closing={closing ?? null}
      onClose={() => open(null)}
    />
  );
}
