'use client';

import { usePanelUi } from './panel-ui';
import SettingsDialog from './settings-dialog';

/** The lobby's settings, available during the round. */
export default function SettingsLayer() {
  const { open } = usePanelUi();
  return <SettingsDialog onClose={() => open(null)} />;
}
