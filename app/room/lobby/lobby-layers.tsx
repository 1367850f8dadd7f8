'use client';

import { useMine } from '@/app/live/use-room';
import { AboutPersonDialog } from '@/app/room/people/about-person-dialog';
import { RenameDialog, ReturnDialog } from '@/app/room/people/own-dialogs';
import { EndRoomDialog } from '@/app/room/shell/end-room-dialog';
import { useKeys } from '@/app/room/shell/use-keys';
import { dialogOnDemand } from '@/app/ui/dialog-on-demand';
import { onDemand } from '@/app/ui/on-demand';
import type { LobbyLayer, OpenLobbyLayer } from './lobby-layer';

const LobbyCommands = dialogOnDemand(() => import('./lobby-commands').then((part) => part.LobbyCommands));
const SettingsDialog = onDemand(() =>
  import('@/app/room/shell/settings-dialog').then((part) => part.default),
);

interface LobbyLayersProps {
  layer: LobbyLayer | null;
  open: OpenLobbyLayer;
  /** Peer: who goes first. */
  starterId: string | null;
}

/** The command menu of the lobby, its key, and the dialogs that it opens. */
export function LobbyLayers({ layer, open, starterId }: LobbyLayersProps) {
  const memberId = useMine((mine) => mine.memberId) ?? '';
  const name = useMine((mine) => mine.name) ?? '';
  const close = () => open(null);
  const is = (kind: LobbyLayer['kind']) => layer?.kind === kind;
  useKeys({ 'Mod+k': () => open({ kind: 'commands' }) }, layer !== null);
  return (
    <>
      <LobbyCommands open={is('commands')} onClose={close} starterId={starterId} onLayer={open} />
      {is('settings') ? <SettingsDialog onClose={close} /> : null}
      <EndRoomDialog open={is('end')} onClose={close} />
      <RenameDialog open={is('rename')} memberId={memberId} name={name} mine onClose={close} />
      <ReturnDialog open={is('return')} onClose={close} />
      {layer?.kind !== 'about' ? null : layer.what === 'rename' ? (
        <RenameDialog open memberId={layer.person.id} name={layer.person.name} onClose={close} />
      ) : (
        <AboutPersonDialog what={layer.what} person={layer.person} open onClose={close} />
      )}
    </>
  );
}
