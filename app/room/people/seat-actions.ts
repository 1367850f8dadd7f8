import { useRouter } from 'next/navigation';
import { useIsHost, useSend } from '@/app/live/use-room';
import type { Action } from '@/app/room/shell/command-menu';
import { useThemeTurn } from '@/app/ui/theme-toggle';
import { useRoomSlice } from './use-everybody';

interface Seat {
  isHost: boolean;
  callLink: string | null;
  theme: { label: string; turn: () => void };
  openCall: (link: string) => void;
  leaveForNow: () => void;
  leave: () => void;
}

/** What everybody can do about their own place in the room. It works, or is kept, without a connection too. */
export function seatActions({ isHost, callLink, theme, openCall, leaveForNow, leave }: Seat): Action[] {
  return [
    ...(callLink === null ? [] : [{ label: 'Open the call', run: () => openCall(callLink) }]),
    { label: theme.label, run: theme.turn },
    { label: 'Leave for now', run: leaveForNow },
    // Hosts end the room, or hand over first.
    ...(isHost ? [] : [{ label: 'Leave the room', run: leave }]),
  ];
}

/** `leave`: instead of leaving at once. */
export function useSeatActions(leave?: () => void): Action[] {
  const send = useSend();
  const router = useRouter();
  return seatActions({
    isHost: useIsHost(),
    callLink: useRoomSlice().callLink,
    theme: useThemeTurn(),
    openCall: (link) => void window.open(link, '_blank', 'noopener,noreferrer'),
    leaveForNow: () => router.push('/'),
    leave: leave ?? (() => void send({ type: 'LeaveRoom' })),
  });
}
