import type { RejectionCode } from '../protocol/rejections';
import {
  type IssuedInvite,
  type Member,
  memberByPrincipal,
  memberOf,
  type RoomState,
} from '../room/core/state';
import { joinProblem } from '../room/joining';
import { mayComeBack } from '../room/returning';
import { ahead, calledOffFor, calledOffForNewcomers, startsAtFor, timeForNewcomers } from '../room/schedule';
import { calendarOfInvite } from './calendar';
import type { RoomsPorts } from './create-rooms';
import { readToken, tokenAsCode, tokenHash } from './invite-token';
import { idsOf, type Principal } from './principal';
import { reject } from './rejection';
import type { InvitePeek, Outcome } from './rooms';

/* A room, as a person sees it who has a link and has not joined. */

type Ports = Pick<RoomsPorts, 'runtime' | 'roomOfInvite' | 'publicUrl' | 'now'>;

interface FoundInvite {
  state: RoomState;
  invite: IssuedInvite;
}

/** What the holder of a link may know. */
export async function peek(
  ports: Ports,
  principal: Principal | null,
  typed: string,
): Promise<Outcome<InvitePeek>> {
  const found = await findInvite(ports, typed);
  if (!found) return reject('invite-unknown');
  const { problem, told } = seenBy(found, principal, ports.now());
  return problem ? reject(problem) : { ok: true, value: told };
}

/** Why the link does not lead in, if it does not, and what it tells its holder. */
function seenBy(
  { state, invite }: FoundInvite,
  principal: Principal | null,
  at: number,
): { problem: RejectionCode | null; told: InvitePeek } {
  const member = (principal && memberByPrincipal(state, idsOf(principal))) ?? null;
  const isMember = member !== null && (isHere(member) || mayComeBack(state, member));
  const problem = isMember ? null : joinProblem(state, invite, member, at);
  const told = {
    roomTitle: state.settings.title,
    format: state.settings.format,
    role: member?.role ?? invite.role,
    hostName: memberOf(state, state.hostId)?.name ?? '',
    memberOf: isMember ? state.roomId : null,
    ...(member
      ? {
          startsAt: startsAtFor(state, member.memberId),
          calledOff: ahead(calledOffFor(state, member.memberId), at),
        }
      : {
          startsAt: timeForNewcomers(state, at),
          calledOff: calledOffForNewcomers(state, invite, at),
        }),
  };
  return { problem: member?.status === 'removed' ? 'removed' : problem, told };
}

/** The file of a person who has a link, for as long as that tells of a time, and once that is off. */
export async function inviteCalendar(
  ports: Ports,
  principal: Principal | null,
  typed: string,
): Promise<Outcome<string>> {
  const found = await findInvite(ports, typed);
  const token = readToken(typed);
  if (!found || !token) return reject('invite-unknown');
  const { state, invite } = found;
  const { problem, told } = seenBy(found, principal, ports.now());
  // A link that still worked when the room ended told of a time that is off now.
  const isOff = problem === 'room-ended' && !invite.revoked && told.calledOff !== null;
  if (problem && !isOff) return reject(problem);
  const key = `${state.roomId}/${invite.inviteId}`;
  return calendarOfInvite(ports, told, { key, code: tokenAsCode(token) });
}

export async function findInvite(ports: Ports, typed: string): Promise<FoundInvite | null> {
  const token = readToken(typed);
  const hash = token && tokenHash(token);
  const roomId = hash && (await ports.roomOfInvite(hash));
  const state = roomId ? await ports.runtime.state(roomId) : null;
  const invite = state?.invites.find((issued) => issued.tokenHash === hash);
  return state && invite ? { state, invite } : null;
}

export const isHere = ({ status }: Member) => status === 'in' || status === 'waiting';
