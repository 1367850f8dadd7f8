'use client';

import { EndRoomDialog } from './end-room-dialog';
import { usePanelUi } from './panel-ui';

/** The lobby's way to end the room, at hand during the round. */
export default function EndLayer() {
  const { open } = usePanelUi();
  return <EndRoomDialog open onClose={() => open(null)} />;
}
