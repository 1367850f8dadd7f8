'use client';

import { usePanel } from '@/app/live/use-room';
import { MenuItem } from '@/app/ui/menu';
import { inOrder } from '@/server/protocol/in-order';
import { usePanelUi } from './panel-ui';

/** Undoes the start of a round, as long as no more than one question was asked. */
export function DiscardItem() {
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const asked = usePanel((view) => inOrder(view.asks.asks).length);
  const { open } = usePanelUi();
  return isAsking && asked <= 1 ? (
    <MenuItem onSelect={() => open('discard')}>Discard this round</MenuItem>
  ) : null;
}
