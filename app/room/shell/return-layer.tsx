'use client';

import { ReturnDialog } from '@/app/room/people/return-dialog';
import { usePanelUi } from './panel-ui';

/** One's return link, from the command menu. */
export default function ReturnLayer() {
  const { open } = usePanelUi();
  return <ReturnDialog open onClose={() => open(null)} />;
}
