import { memberByPrincipal, type RoomState } from '../room/core/state';
import type { RoomsPorts } from './create-rooms';
import { returnToken, tokenHash } from './invite-token';
import { idsOf, type Principal } from './principal';
import { randomId } from './random-id';
import { reject } from './rejection';
import type { Outcome } from './rooms';

/** How people get their seat on another device, or after they lost their cookies. */

/** For a person who left and opens the room's address again. */
export async function comeBack(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
): Promise<Outcome<{ roomId: string }>> {
  if (!(await ports.mayJoin(principal.id))) return reject('slow-down');
  if (!(await stateOf(ports, roomId))) return reject('not-a-member');
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
  const state = await stateOf(ports, roomId);
  const member = state && memberByPrincipal(state, idsOf(principal));
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

async function stateOf(ports: RoomsPorts, roomId: string): Promise<RoomState | null> {
  return /^rm_[a-z0-9]{12}$/.test(roomId) ? ports.runtime.state(roomId) : null;
}
