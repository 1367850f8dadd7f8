import type { Pack } from '../protocol/pack';
import { INVITE_HOURS, type InviteWish, type RoomSetup } from '../protocol/requests';
import type { Role } from '../protocol/words';
import type { HeardBefore } from '../room/core/decision';
import {
  audienceOf,
  type Invite,
  type IssuedInvite,
  memberByPrincipal,
  type RoomState,
} from '../room/core/state';
import { mayComeBack } from '../room/returning';
import { amendFeedback } from './amend-feedback';
import { calendarFor } from './calendar';
import { forecast, slotSuggestion, suggestion } from './host-plans';
import { inviteToken, secretsOf, tokenAsCode, tokenHash } from './invite-token';
import { findInvite, inviteCalendar, isHere, peek } from './peek';
import { preparationFor } from './preparation';
import { idsOf, type Principal } from './principal';
import { randomId } from './random-id';
import { reject } from './rejection';
import { comeBack, devices, endDevice, followReturn, peekReturn, returnLink } from './return-links';
import { bankFor } from './room-bank';
import type { RoomCommands } from './room-commands';
import { stateOf } from './room-state';
import type { Address, InviteLink, Outcome, Rooms } from './rooms';
import { shareNote } from './share-note';

export interface RoomsPorts {
  runtime: RoomCommands;
  /** A shipped pack, or one of this person's own. */
  pack(principal: Principal, id: string): Promise<Outcome<Pack>>;
  /** The room of a token's hash, also of an old one. */
  roomOfInvite(tokenHash: string): Promise<string | null>;
  /** Derives the tokens of links; the record never contains it. */
  secret: string;
  /** Secrets from before: they derive the tokens of older links, which still work. */
  formerSecrets?: readonly string[];
  /** Whether this id is a browser's guest, and nobody's account. */
  isGuest(principalId: string): Promise<boolean>;
  publicUrl: string;
  now(): number;
  /** The items that members heard in earlier rooms. */
  heardBefore(state: RoomState): Promise<HeardBefore>;
  /** Whether this person may try one more link now. */
  mayJoin(principalId: string): Promise<boolean>;
  /** Whether this person may open one more room now, since each stays in the record. */
  mayOpen(principalId: string): Promise<boolean>;
  /** Whether this person may write once more now, outside a room. */
  mayWrite(principalId: string): Promise<boolean>;
  /** Whether this person may ask for one more forecast or suggestion now, since each reads what everybody in a room has heard. */
  mayPlan(principalId: string): Promise<boolean>;
}

const HOUR_MS = 3_600_000;

/** Rooms for pages and route handlers. */
export function createRooms(ports: RoomsPorts): Rooms {
  const linkingTo = (at?: Address): RoomsPorts => (at === undefined ? ports : { ...ports, publicUrl: at });
  return {
    open: (principal, setup) => open(ports, principal, setup),
    peek: (principal, token) => peek(ports, principal, token),
    join: (principal, token, name) => join(ports, principal, token, name),
    membership: (principal, roomId) => membership(ports, principal, roomId),
    comeBack: (principal, roomId) => comeBack(ports, principal, roomId),
    returnLink: (principal, roomId, renew, at) => returnLink(linkingTo(at), principal, roomId, renew),
    peekReturn: (principal, token) => peekReturn(ports, principal, token),
    devices: (principal, roomId) => devices(ports, principal, roomId),
    endDevice: (principal, roomId, deviceId) => endDevice(ports, principal, roomId, deviceId),
    followReturn: (principal, token) => followReturn(ports, principal, token),
    shareNote: (principal, place, wish) => shareNote(ports, principal, place, wish),
    amendFeedback: (principal, place, wish) => amendFeedback(ports, principal, place, wish),
    bank: async (principal, roomId, bankId) =>
      bankFor(principal, await stateOf(ports.runtime, roomId), bankId),
    invites: async (principal, roomId, at) =>
      linksFor(linkingTo(at), principal, await stateOf(ports.runtime, roomId)),
    renewInvite: (principal, roomId, wish, at) =>
      changeInvite(linkingTo(at), principal, roomId, {
        type: 'IssueInvite',
        invite: makeInvite(ports, roomId, wish),
      }),
    forecast: async (principal, roomId) =>
      (await ports.mayPlan(principal.id))
        ? forecast(principal, await stateOf(ports.runtime, roomId), ports.heardBefore)
        : reject('slow-down'),
    suggest: async (principal, roomId, wish) =>
      (await ports.mayPlan(principal.id))
        ? suggestion(principal, await stateOf(ports.runtime, roomId), wish, ports.heardBefore)
        : reject('slow-down'),
    suggestSlots: async (principal, roomId, wish) =>
      (await ports.mayPlan(principal.id))
        ? slotSuggestion(principal, await stateOf(ports.runtime, roomId), wish)
        : reject('slow-down'),
    calendar: async (principal, roomId, at) =>
      calendarFor(linkingTo(at), principal, await stateOf(ports.runtime, roomId)),
    preparation: async (principal, roomId) => preparationFor(principal, await stateOf(ports.runtime, roomId)),
    inviteCalendar: (principal, token, at) => inviteCalendar(linkingTo(at), principal, token),
    revokeInvite: (principal, roomId, inviteId, at) =>
      changeInvite(linkingTo(at), principal, roomId, { type: 'RevokeInvite', inviteId }),
  };
}

async function open(
  ports: RoomsPorts,
  principal: Principal,
  setup: RoomSetup,
): Promise<Outcome<{ roomId: string }>> {
  if (principal.name === '') return reject('nameless');
  const { packId, seen = [], ...settings } = setup;
  const pack = await ports.pack(principal, packId);
  if (!pack.ok) return pack;
  if (!(await ports.mayOpen(principal.id))) return reject('slow-down');
  const roomId = randomId('rm');
  const roles: Role[] =
    settings.format === 'peer' ? ['panelist', 'observer'] : ['panelist', 'candidate', 'observer'];
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: 'open',
    command: {
      type: 'OpenRoom',
      roomId,
      settings,
      pack: pack.value,
      host: {
        memberId: randomId('mb'),
        principalId: principal.id,
        name: principal.name,
        role: 'panelist',
        inviteId: null,
      },
      invites: roles.map((role) => makeInvite(ports, roomId, { role, hours: INVITE_HOURS.usual })),
      seen: seen.filter((id) => holdsItem(pack.value, id)),
      seed: randomId('sd'),
    },
  });
  return answer.ok ? { ok: true, value: { roomId } } : answer;
}

/** A set-up page may be older than the pack. */
function holdsItem({ questions, exercises }: Pack, itemId: string): boolean {
  return questions.some(({ id }) => id === itemId) || exercises.some(({ id }) => id === itemId);
}

async function join(
  ports: RoomsPorts,
  principal: Principal,
  token: string,
  name: string,
): Promise<Outcome<{ roomId: string }>> {
  if (!(await ports.mayJoin(principal.id))) return reject('slow-down');
  const found = await findInvite(ports, token);
  if (!found) return reject('invite-unknown');
  const memberId = randomId('mb');
  const answer = await ports.runtime.handle({
    roomId: found.state.roomId,
    principalIds: idsOf(principal),
    commandId: `join/${memberId}`,
    command: {
      type: 'JoinRoom',
      memberId,
      principalIds: idsOf(principal),
      name,
      tokenHash: found.invite.tokenHash,
    },
  });
  return answer.ok ? { ok: true, value: { roomId: found.state.roomId } } : answer;
}

async function membership(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
): ReturnType<Rooms['membership']> {
  const state = await stateOf(ports.runtime, roomId);
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!member) return null;
  const { memberId, status } = member;
  const known = { memberId, roomTitle: state.settings.title };
  if (isHere(member) || mayComeBack(state, member)) return { ...known, status };
  if (status === 'removed') return { ...known, status };
  return state.phase === 'ended' ? { ...known, status: 'over' } : null;
}

async function changeInvite(
  ports: RoomsPorts,
  principal: Principal,
  roomId: string,
  command: { type: 'IssueInvite'; invite: Invite } | { type: 'RevokeInvite'; inviteId: string },
): Promise<Outcome<InviteLink[]>> {
  const state = await stateOf(ports.runtime, roomId);
  if (!state || !memberByPrincipal(state, idsOf(principal))) return reject('not-found');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('iv'),
    command,
  });
  return answer.ok ? linksFor(ports, principal, answer.state) : answer;
}

/** The newest link of each role, which only the host gets. */
function linksFor(ports: RoomsPorts, principal: Principal, state: RoomState | null): Outcome<InviteLink[]> {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state || !member) return reject('not-found');
  if (audienceOf(state, member.memberId) !== 'host' || state.tryOut) return reject('not-allowed');
  const newest = new Map(state.invites.map((invite) => [invite.role, invite]));
  return { ok: true, value: [...newest.values()].map((invite) => linkOf(ports, state, invite)) };
}

function linkOf(ports: RoomsPorts, state: RoomState, invite: IssuedInvite): InviteLink {
  const token = secretsOf(ports)
    .map((secret) => inviteToken(secret, state.roomId, invite.inviteId))
    .find((made) => tokenHash(made) === invite.tokenHash);
  const expired = invite.expiresAt <= ports.now();
  return {
    inviteId: invite.inviteId,
    role: invite.role,
    url: token ? `${ports.publicUrl}/join/${tokenAsCode(token)}` : null,
    code: token ? tokenAsCode(token) : null,
    expiresAt: invite.expiresAt,
    state: invite.revoked ? 'revoked' : expired ? 'expired' : 'live',
    joined: state.members.filter((member) => member.inviteId === invite.inviteId).length,
  };
}

/** An invite whose token can be derived again from the secret, which the record never contains. */
export function makeInvite(
  ports: Pick<RoomsPorts, 'secret' | 'now'>,
  roomId: string,
  { role, hours }: InviteWish,
): Invite {
  const inviteId = randomId('iv');
  return {
    inviteId,
    role,
    tokenHash: tokenHash(inviteToken(ports.secret, roomId, inviteId)),
    expiresAt: ports.now() + hours * HOUR_MS,
  };
}

/** One new invite for each role of the room, with the same expiry. */
export function spareInvites(
  ports: Pick<RoomsPorts, 'secret' | 'now'>,
  { roomId, settings }: RoomState,
): Invite[] {
  const roles: Role[] =
    settings.format === 'peer' ? ['panelist', 'observer'] : ['panelist', 'candidate', 'observer'];
  return roles.map((role) => makeInvite(ports, roomId, { role, hours: INVITE_HOURS.usual }));
}
