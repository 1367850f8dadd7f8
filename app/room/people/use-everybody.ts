'use client';

import { panelOf } from '@/app/live/panel-view';
import { type MemberPresence, useLive, useMine, usePresence } from '@/app/live/use-room';
import { inOrder } from '@/server/protocol/in-order';
import type { DoorSlice, RoomSlice, RosterMember } from '@/server/protocol/view-room';
import type { Role } from '@/server/protocol/words';
import { type Namesake, namesakes } from './namesakes';

const nobody = panelOf({});

/** The slices that everybody in the room has, whatever their role. */
export const useRoomSlice = (): RoomSlice => useLive((state) => state.view.room ?? nobody.room);
/** Candidates of a led room do not meet, so the roster of one on the bench omits even themselves. This puts them back. */
export function useMembers(): readonly RosterMember[] {
  const members = useLive((state) => inOrder((state.view.roster ?? nobody.roster).members));
  const mine = useMine((own) => own);
  if (mine?.role !== 'candidate' || members.some(({ id }) => id === mine.memberId)) return members;
  const { memberId: id, name, role, ready, satIn } = mine;
  return [...members, { id, no: members.length + 1, name, role, ready, sat: satIn !== null, givenAt: null }];
}

/** The host's part: the waiting room, the settings, the invites. Null for everybody else. */
export const useDoor = (): DoorSlice | null => useLive((state) => state.view.door ?? null);

/** A waiting person. `called` is unlike any other name here. */
export type AtDoor = DoorSlice['waiting'][string] & { called: string; namesake: Namesake | null };

/** The waiting people, for the host, in their order. */
export function useAtDoor(): AtDoor[] {
  const waiting = inOrder(useDoor()?.waiting ?? {});
  const alike = new Map(namesakes([...useMembers(), ...waiting]).map((one) => [one.id, one]));
  return waiting.map((person) => {
    const namesake = alike.get(person.id) ?? null;
    return {
      ...person,
      namesake,
      called: namesake ? `${person.name} (${namesake.place})` : person.name,
    };
  });
}

/** A member as a seat shows them. */
export interface Person extends RosterMember {
  me: boolean;
  host: boolean;
  presence: MemberPresence;
  /** Distinguishes them from others of the same name; null if there are none. */
  namesake: Namesake | null;
}

export function usePeople(): Person[] {
  const { hostId } = useRoomSlice();
  const me = useMine((mine) => mine.memberId);
  const presenceOf = usePresence();
  const members = useMembers();
  const alike = new Map(namesakes(members).map((one) => [one.id, one]));
  return members.map((member) => ({
    ...member,
    namesake: alike.get(member.id) ?? null,
    me: member.id === me,
    host: member.id === hostId,
    // The person who looks at this page is here.
    presence: member.id === me ? { state: 'here' } : presenceOf(member.id),
  }));
}

/** Seats whose people are away or left, and one of which may be this person's own; for the host. */
export function useFreeSeats({ id, role }: { id: string; role: Role }): { id: string; name: string }[] {
  const left = inOrder(useDoor()?.left ?? {});
  const away = usePeople().filter((person) => !person.me && person.presence.state === 'away');
  return [...away, ...left].filter((seat) => seat.role === role && seat.id !== id);
}
