'use client';

import { EndRoomDialog } from './end-room-dialog';
import { usePanelUi } from './panel-ui';

/** The lobby's dialog for ending the room, available during the round. */
export default function EndLayer() {
  const { open } = usePanelUi();
  return <EndRoomDialog open onClose={() => open(null)} />;
}
