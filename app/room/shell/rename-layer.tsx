'use client';

import { useMine } from '@/app/live/use-room';
import { RenameDialog } from '@/app/room/people/rename-dialog';
import { usePanelUi } from './panel-ui';

/** One's own name, from the command menu. */
export default function RenameLayer() {
  const { open } = usePanelUi();
  const memberId = useMine((mine) => mine.memberId) ?? '';
  const name = useMine((mine) => mine.name) ?? '';
  return <RenameDialog open memberId={memberId} name={name} mine onClose={() => open(null)} />;
}
