import { type Member, memberByPrincipal, type RoomState } from '../room/core/state';
import type { RoomsPorts } from './create-rooms';
import { returnToken, secretsOf, tokenHash } from './invite-token';
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
    // A link from before the secret was replaced still works, and looking at it must not replace it.
    const token = secretsOf(ports)
      .map((secret) => returnToken(secret, roomId, known.returnId))
      .find((made) => tokenHash(made) === known.tokenHash);
    if (token) return { ok: true, value: { url: urlOf(ports, token) } };
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
  return member ? { ok: true, value: await devicesOf(ports, member, principal) } : reject('not-found');
}

export async function endDevice(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
  deviceId: string,
): Promise<Outcome<Device[]>> {
  const member = memberOf(await stateOf(ports.runtime, roomId), principal);
  const ending = member && idsOfSeat(member).find((id) => deviceIdOf(id) === deviceId);
  if (!ending || !(await mayEnd(ports, member, ending, principal))) return reject('not-found');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('rl'),
    command: { type: 'EndDevice', principalId: ending },
  });
  if (!answer.ok) return answer;
  const after = memberOf(answer.state, principal);
  return after ? { ok: true, value: await devicesOf(ports, after, principal) } : reject('not-found');
}

function memberOf(state: RoomState | null, principal: Principal): Member | null {
  return (state && memberByPrincipal(state, idsOf(principal))) ?? null;
}

const idsOfSeat = ({ principalId, otherIds }: Member) => [...otherIds, principalId];

function devicesOf(ports: RoomsPorts, member: Member, principal: Principal): Promise<Device[]> {
  return Promise.all(
    idsOfSeat(member).map(async (id) => {
      const move = member.moves.find((one) => one.principalId === id);
      return {
        id: deviceIdOf(id),
        at: move?.at ?? null,
        byHost: (move?.givenBy ?? null) !== null,
        current: idsOf(principal).includes(id),
        mayEnd: await mayEnd(ports, member, id, principal),
      };
    }),
  );
}

/**
 * Not the one that asks, which would be locked out. The first one only if it was a guest's browser, perhaps a borrowed one:
 * an account keeps its rooms and scorecards, and ends its browsers where it ends its sessions.
 */
async function mayEnd(ports: RoomsPorts, { moves }: Member, id: string, asking: Principal): Promise<boolean> {
  if (idsOf(asking).includes(id)) return false;
  return moves.some(({ principalId }) => principalId === id) || ports.isGuest(id);
}

/** Ids of people are never shown. */
function deviceIdOf(principalId: string): string {
  return tokenHash(principalId).slice(0, 16);
}

/** Read before anybody enters, so that a new guest gets the seat's name and a dead link makes nobody a guest. */
export async function peekReturn(
  ports: RoomsPorts,
  principal: Principal | null,
  token: string,
): Promise<Outcome<{ name: string; roomTitle: string; mine: boolean }>> {
  const hash = tokenHash(token.toUpperCase());
  const roomId = await ports.roomOfInvite(hash);
  const state = roomId ? await ports.runtime.state(roomId) : null;
  const member = state?.members.find(({ returnLink }) => returnLink?.tokenHash === hash);
  if (!state || !member) return reject('return-unknown');
  if (member.status === 'removed' || member.status === 'declined') return reject('removed');
  const mine = principal !== null && memberByPrincipal(state, idsOf(principal)) === member;
  return { ok: true, value: { name: member.name, roomTitle: state.settings.title, mine } };
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
