'use client';

import { Invites } from '@/app/room/people/invites';
import { Dialog } from '@/app/ui/dialog';
import { usePanelUi } from './panel-ui';

/** The lobby's links, available during the round. */
export default function InvitesLayer() {
  const { open } = usePanelUi();
  return (
    <Dialog open onClose={() => open(null)} title="Invite links">
      <Invites />
    </Dialog>
  );
}
