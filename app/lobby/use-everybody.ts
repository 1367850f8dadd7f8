'use client';

import { panelOf } from '@/app/live/panel-view';
import { type MemberPresence, useLive, useMine, usePresence } from '@/app/live/use-room';
import type { DoorSlice, RoomSlice, RosterMember } from '@/server/protocol/views';

const nobody = panelOf({});

/** The slices that everybody in the room has, whatever their role. */
export const useRoomSlice = (): RoomSlice => useLive((state) => state.slices.room ?? nobody.room);
export const useMembers = (): RosterMember[] =>
  useLive((state) => state.slices.roster ?? nobody.roster).members;

/** The host's own: the door, the settings, the invites. Null for everybody else. */
export const useDoor = (): DoorSlice | null => useLive((state) => state.slices.door ?? null);

/** A member as a seat shows them. */
export interface Person extends RosterMember {
  me: boolean;
  host: boolean;
  presence: MemberPresence;
}

export function usePeople(): Person[] {
  const { hostId } = useRoomSlice();
  const me = useMine((mine) => mine.memberId);
  const presenceOf = usePresence();
  return useMembers().map((member) => ({
    ...member,
    me: member.id === me,
    host: member.id === hostId,
    presence: presenceOf(member.id),
  }));
}
