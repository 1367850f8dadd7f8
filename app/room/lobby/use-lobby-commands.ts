import { useIsHost, useMine, useSend } from '@/app/live/use-room';
import { usePeopleActions } from '@/app/room/people/people-actions';
import { useSeatActions } from '@/app/room/people/seat-actions';
import { type Person, usePeople, useRoomSlice } from '@/app/room/people/use-everybody';
import type { Action } from '@/app/room/shell/command-menu';
import type { OpenLobbyLayer } from './lobby-layer';
import { useStart } from './use-start';

interface RoundCommands {
  starterId: string | null;
  open: OpenLobbyLayer;
  toInvites: () => void;
}

/** Getting the round started, and the room's own affairs. */
export function useRoundCommands({ starterId, open, toInvites }: RoundCommands): Action[] {
  const send = useSend();
  const isHost = useIsHost();
  const ready = useMine((mine) => mine.ready) ?? false;
  const { tryOut } = useRoomSlice();
  const { isClosed, state, start, openLobby } = useStart(starterId);
  const actions = [...usePeopleActions()];
  if (isHost) {
    if (isClosed) actions.unshift({ label: 'Open the lobby now', run: openLobby });
    else if (state.missing === null) actions.unshift({ label: 'Start the round', run: () => void start() });
    actions.push({ label: 'Change the plan and the settings', run: () => open({ kind: 'settings' }) });
    if (!tryOut) actions.push({ label: 'Invite links', run: toInvites });
  } else
    actions.unshift({
      label: ready ? 'I am not ready' : 'I am ready',
      run: () => void send({ type: 'SetReady', ready: !ready }),
    });
  if (isHost) actions.push({ label: 'End the room', run: () => open({ kind: 'end' }) });
  return actions;
}

/** What the menu beside each seat has. */
export function useHostCommands(open: OpenLobbyLayer): Action[] {
  const send = useSend();
  const isHost = useIsHost();
  const { format } = useRoomSlice();
  const people = usePeople();
  if (!isHost) return [];
  const about = (person: Person): Action[] => {
    const { id: memberId, role, sat, called } = person;
    const changeTo = (to: 'panelist' | 'observer') => () =>
      void send({ type: 'ChangeRole', memberId, role: to });
    const ask = (what: 'remove' | 'hand-over' | 'candidate' | 'rename') => () =>
      open({ kind: 'about', what, person });
    return [
      ...(role === 'panelist'
        ? [
            { label: `Hand over the host’s role to ${called}`, run: ask('hand-over') },
            { label: `Make ${called} an observer`, run: changeTo('observer') },
          ]
        : []),
      ...(role !== 'panelist' && !sat
        ? [{ label: `Make ${called} a panelist`, run: changeTo('panelist') }]
        : []),
      ...(format === 'led' && role !== 'candidate'
        ? [{ label: `Make ${called} the candidate`, run: ask('candidate') }]
        : []),
      { label: `Rename ${called}`, run: ask('rename') },
      { label: `Remove ${called} from the room`, run: ask('remove') },
    ];
  };
  return people.filter(({ me }) => !me).flatMap(about);
}

/** What everybody can do for themselves. */
export function useOwnCommands(open: OpenLobbyLayer): Action[] {
  return [
    { label: 'Change my name', run: () => open({ kind: 'rename' }) },
    { label: 'Continue on another device', run: () => open({ kind: 'return' }) },
    ...useSeatActions(),
  ];
}
