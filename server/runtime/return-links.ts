import { type Member, memberByPrincipal, type RoomState } from '../room/core/state';
import type { RoomsPorts } from './create-rooms';
import { returnToken, tokenHash } from './invite-token';
import { idsOf, type Principal } from './principal';
import { randomId } from './random-id';
import { reject } from './rejection';
import { stateOf } from './room-state';
import type { Device, Outcome } from './rooms';

/** How people get their seat on another device, or after they lost their cookies. */

/** For a person who left and opens the room's address again. */
export async function comeBack(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
): Promise<Outcome<{ roomId: string }>> {
  if (!(await ports.mayJoin(principal.id))) return reject('slow-down');
  if (!(await stateOf(ports.runtime, roomId))) return reject('not-a-member');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('rl'),
    command: { type: 'ReturnToRoom' },
  });
  return answer.ok ? { ok: true, value: { roomId } } : answer;
}

/** The link to one's own seat, made at the first request or to replace the old one. */
export async function returnLink(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
  renew: boolean,
): Promise<Outcome<{ url: string }>> {
  const member = memberOf(await stateOf(ports.runtime, roomId), principal);
  if (!member) return reject('not-found');
  const known = member.returnLink;
  if (known && !renew && member.status === 'in') {
    const token = returnToken(ports.secret, roomId, known.returnId);
    if (tokenHash(token) === known.tokenHash) return { ok: true, value: { url: urlOf(ports, token) } };
  }
  if (!(await ports.mayJoin(principal.id))) return reject('slow-down');
  const returnId = randomId('rl');
  const token = returnToken(ports.secret, roomId, returnId);
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: returnId,
    command: { type: 'IssueReturnLink', returnId, tokenHash: tokenHash(token) },
  });
  return answer.ok ? { ok: true, value: { url: urlOf(ports, token) } } : answer;
}

export async function devices(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
): Promise<Outcome<Device[]>> {
  const member = memberOf(await stateOf(ports.runtime, roomId), principal);
  return member ? { ok: true, value: devicesOf(member, principal) } : reject('not-found');
}

export async function endDevice(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
  deviceId: string,
): Promise<Outcome<Device[]>> {
  const member = memberOf(await stateOf(ports.runtime, roomId), principal);
  const move = member?.moves.find(({ principalId }) => deviceIdOf(principalId) === deviceId);
  // The one that asks would be locked out.
  if (!move || idsOf(principal).includes(move.principalId)) return reject('not-found');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('rl'),
    command: { type: 'EndDevice', principalId: move.principalId },
  });
  if (!answer.ok) return answer;
  const after = memberOf(answer.state, principal);
  return after ? { ok: true, value: devicesOf(after, principal) } : reject('not-found');
}

function memberOf(state: RoomState | null, principal: Principal): Member | null {
  return (state && memberByPrincipal(state, idsOf(principal))) ?? null;
}

function devicesOf({ principalId, otherIds, moves }: Member, principal: Principal): Device[] {
  return [...otherIds, principalId].map((id) => {
    const move = moves.find((one) => one.principalId === id);
    return {
      id: deviceIdOf(id),
      at: move?.at ?? null,
      byHost: (move?.givenBy ?? null) !== null,
      current: idsOf(principal).includes(id),
    };
  });
}

/** Ids of people are never shown. */
function deviceIdOf(principalId: string): string {
  return tokenHash(principalId).slice(0, 16);
}

/** Read before anybody enters, so that a new guest gets the seat's name and a dead link makes nobody a guest. */
export async function peekReturn(
  ports: RoomsPorts,
  token: string,
): Promise<Outcome<{ name: string; roomTitle: string }>> {
  const hash = tokenHash(token.toUpperCase());
  const roomId = await ports.roomOfInvite(hash);
  const state = roomId ? await ports.runtime.state(roomId) : null;
  const member = state?.members.find(({ returnLink }) => returnLink?.tokenHash === hash);
  if (!state || !member) return reject('return-unknown');
  if (member.status === 'removed' || member.status === 'declined') return reject('removed');
  return { ok: true, value: { name: member.name, roomTitle: state.settings.title } };
}

/** Gives this person the link's seat. */
export async function followReturn(
  ports: RoomsPorts,
  principal: Principal,
  token: string,
): Promise<Outcome<{ roomId: string }>> {
  if (!(await ports.mayJoin(principal.id))) return reject('slow-down');
  const hash = tokenHash(token.toUpperCase());
  const roomId = await ports.roomOfInvite(hash);
  if (!roomId) return reject('return-unknown');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('rl'),
    command: { type: 'FollowReturnLink', principalIds: idsOf(principal), tokenHash: hash },
  });
  return answer.ok ? { ok: true, value: { roomId } } : answer;
}

function urlOf(ports: RoomsPorts, token: string): string {
  return `${ports.publicUrl}/return/${token}`;
}
