'use client';

import SettingsDialog from '@/app/lobby/settings-dialog';
import { usePanelUi } from './panel-ui';

/** The lobby's settings, at hand during the round. */
export default function SettingsLayer() {
  const { open } = usePanelUi();
  return <SettingsDialog onClose={() => open(null)} />;
}
