'use client';

import { panelOf } from '@/app/live/panel-view';
import { type MemberPresence, useLive, useMine, usePresence } from '@/app/live/use-room';
import type { DoorSlice, RoomSlice, RosterMember } from '@/server/protocol/views';

const nobody = panelOf({});

/** The slices that everybody in the room has, whatever their role. */
export const useRoomSlice = (): RoomSlice => useLive((state) => state.slices.room ?? nobody.room);
/** Candidates of a led room do not meet, so the roster of one who waits leaves out themself, too: they are put back. */
export function useMembers(): RosterMember[] {
  const { members } = useLive((state) => state.slices.roster ?? nobody.roster);
  const mine = useMine((own) => own);
  if (mine?.role !== 'candidate' || members.some(({ id }) => id === mine.memberId)) return members;
  const { memberId: id, name, role, ready, satIn } = mine;
  return [...members, { id, name, role, ready, sat: satIn !== null }];
}

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
    // Whoever looks at this is here.
    presence: member.id === me ? { state: 'here' } : presenceOf(member.id),
  }));
}
