'use client';

import { useAsks, usePanel, useSend } from '@/app/live/use-room';
import { MenuItem } from '@/app/ui/menu';
import { notify } from '@/app/ui/notify';

/** Takes back the start of a round, as long as nobody has rated in it. */
export function DiscardItem() {
  const round = usePanel((view) => view.round);
  const isRated = useAsks().some((ask) => ask.rated > 0);
  const send = useSend();
  if (round?.phase !== 'asking' || isRated) return null;
  const discard = async () => {
    const ack = await send({ type: 'DiscardRound', roundId: round.roundId });
    if (ack.ok) void notify('The round was discarded. It leaves no scorecard.');
  };
  return <MenuItem onSelect={() => void discard()}>Discard this round</MenuItem>;
}
