'use client';

import { panelOf } from '@/app/live/panel-view';
import { presenceInWords } from '@/app/live/presence-words';
import { type MemberPresence, useLive, useMine, usePresence } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import type { Command } from '@/server/protocol/commands';
import { inOrder } from '@/server/protocol/in-order';
import { called, calledAll, type Namesake, namesakes } from '@/server/protocol/namesakes';
import type { DoorSlice, RoomSlice, RosterMember } from '@/server/protocol/view-room';
import type { Role } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';

const nobody = panelOf({});

/** The slices that everybody in the room has, whatever their role. */
export const useRoomSlice = (): RoomSlice => useLive((state) => state.view.room ?? nobody.room);
/** Whether a round is under way, whose questions are not everybody's yet. */
export const useIsRoundLive = (): boolean =>
  useLive(({ view }) => view.round != null && !isOver(view.round.phase));

/** Candidates of a led room do not meet, so the roster of one on the bench omits even themselves. This puts them back. */
export function useMembers(): readonly RosterMember[] {
  const members = useLive((state) => inOrder((state.view.roster ?? nobody.roster).members));
  const mine = useMine((own) => own);
  if (mine?.role !== 'candidate' || members.some(({ id }) => id === mine.memberId)) return members;
  const { memberId: id, name, role, ready, satIn } = mine;
  return [...members, { id, no: members.length + 1, name, role, ready, sat: satIn !== null, givenAt: null }];
}

/** What people are called by id, each unlike the others: everybody here and, on the panel's side, those who left. */
export function useCalled(): (memberId: string | null, otherwise?: string) => string {
  const members = useMembers();
  const gone = useLive((state) => (state.view.roster ?? nobody.roster).gone);
  const names = calledAll(
    members,
    Object.entries(gone).map(([id, { name }]) => ({ id, name })),
  );
  return (memberId, otherwise = 'Somebody') => names.get(memberId ?? '') ?? otherwise;
}

/** The host's part: the waiting room, the settings, the invites. Null for everybody else. */
export const useDoor = (): DoorSlice | null => useLive((state) => state.view.door ?? null);

/** The candidate whose round comes before that of a candidate who has to wait. */
export function useSeatedName(): string {
  const seated = useMembers().find(({ role, sat }) => role === 'candidate' && !sat);
  return useCalled()(seated?.id ?? null, 'the candidate');
}

/** How many of them `Let everyone in` lets in: one candidate at most, and none while another's round comes first. */
export function letInTogether(waiting: readonly Pick<AtDoor, 'role' | 'mustWait'>[]): number {
  const isCandidate = ({ role }: Pick<AtDoor, 'role'>) => role === 'candidate';
  const candidates = waiting.some((person) => isCandidate(person) && !person.mustWait) ? 1 : 0;
  return waiting.filter((person) => !isCandidate(person)).length + candidates;
}

/** Lets in those whom the host sees now, and nobody who knocks before it arrives. */
export function admitting(waiting: readonly Pick<AtDoor, 'id'>[]): Command {
  return { type: 'AdmitEveryone', members: waiting.map(({ id }) => id) };
}

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
      called: called(person.name, namesake),
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
  /** Unlike any other name here. */
  called: string;
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
    called: called(member.name, alike.get(member.id)),
    me: member.id === me,
    host: member.id === hostId,
    // The person who looks at this page is here.
    presence: member.id === me ? { state: 'here' } : presenceOf(member.id),
  }));
}

/** A seat whose person is not here. `called` is unlike any other such seat, and `words` say more: `away 2 minutes`. */
export interface FreeSeat {
  id: string;
  role: Role;
  called: string;
  words: string;
}

/** Seats whose people are away or left, and one of which may be this person's own; for the host. */
export function useFreeSeats({ id, role }: { id: string; role: Role }): FreeSeat[] {
  const left = inOrder(useDoor()?.left ?? {});
  const away = usePeople().filter((person) => !person.me && person.presence.state === 'away');
  const now = useServerNow(30_000, away.length > 0);
  const alike = new Map(namesakes([...useMembers(), ...left]).map((one) => [one.id, one]));
  const seatOf = (person: { id: string; name: string; role: Role }, state: string): FreeSeat => {
    const namesake = alike.get(person.id);
    return {
      id: person.id,
      role: person.role,
      called: called(person.name, namesake),
      words: namesake ? `${namesake.words}, ${state}` : state,
    };
  };
  return [
    ...away.map((person) => seatOf(person, presenceInWords(person.presence, now).toLowerCase())),
    ...left.map((person) => seatOf(person, 'left')),
  ].filter((seat) => seat.role === role && seat.id !== id);
}
