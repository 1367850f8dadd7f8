import { audienceOf, memberByPrincipal, type RoomState } from '../room/core/state';
import { ahead, calledOffFor, startsAtFor } from '../room/schedule';
import { eventFile } from './event-file';
import { idsOf, type Principal } from './principal';
import { reject } from './rejection';
import type { InvitePeek, Outcome } from './rooms';

/*
 * A room's time for a person's own calendar. Calendars are shared and synchronised: a file says only what its reader is told
 * while they wait, with their own link.
 */

interface Ports {
  publicUrl: string;
  now(): number;
}

/** For members, also those who wait; everybody else gets the same answer, and so does a room without a time. */
export function calendarFor(
  { publicUrl, now }: Ports,
  principal: Principal,
  state: RoomState | null,
): Outcome<string> {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state || !member || audienceOf(state, member.memberId) === null) return reject('not-found');
  const calledOff = ahead(calledOffFor(state, member.memberId), now());
  const startsAt = calledOff ?? (state.phase === 'ended' ? null : startsAtFor(state, member.memberId));
  if (startsAt === null) return reject('not-found');
  const { memberId, inviteId, role } = member;
  const appointment = {
    // The same as before they joined, so that nobody has it twice.
    key: `${state.roomId}/${inviteId ?? memberId}`,
    title: state.settings.title,
    description: about(role, state.settings.format),
    url: `${publicUrl}/room/${state.roomId}`,
    startsAt,
    isOff: calledOff !== null,
  };
  return { ok: true, value: eventFile(appointment, now()) };
}

/** For a person who has a link that works, and has not joined. */
export function calendarOfInvite(
  { publicUrl, now }: Ports,
  { roomTitle, role, format, startsAt, calledOff }: InvitePeek,
  { key, code }: { key: string; code: string },
): Outcome<string> {
  const at = calledOff ?? startsAt;
  if (at === null) return reject('not-found');
  const appointment = {
    key,
    title: roomTitle,
    description: about(role, format),
    url: `${publicUrl}/join/${code}`,
    startsAt: at,
    isOff: calledOff !== null,
  };
  return { ok: true, value: eventFile(appointment, now()) };
}

const SEATS = {
  panelist: 'You are on the panel.',
  candidate: 'You take the hot seat.',
  observer: 'You observe.',
};

function about(role: InvitePeek['role'], format: InvitePeek['format']): string {
  const seat = format === 'peer' && role === 'panelist' ? 'You take turns in the hot seat.' : SEATS[role];
  return `${seat}\nThe lobby opens 15 minutes before.`;
}
