import type { Settings } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { Format, Role } from '../protocol/words';
import { SHARED_AT_FIRST } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import type { Invite, NewMember } from '../room/core/state';
import type { Principal } from '../runtime/principal';
import { by, type Happened, idOf } from './given';
import { testPack } from './test-pack';

/** First histories for tests. Hana is the host, Pia and Paul are panelists, Olga is an observer, and Carl is the candidate. */

export const ROOM_ID = 'rm_000000000000';
export const PACK = testPack();

export function testSettings(format: Format, change: Partial<Settings> = {}): Settings {
  return {
    title: 'A panel',
    format,
    agenda: format === 'led' ? ['g1-q1', 'g2-q1', 'g3-q1'] : [],
    slots: format === 'peer' ? [{ groupId: 'g1' }, { groupId: null }] : [],
    targetSeconds: null,
    level: null,
    callLink: null,
    waitingRoom: false,
    autoReveal: false,
    hostRates: true,
    startsAt: null,
    sharesChecklist: false,
    ...change,
  };
}

export function principalOf(name: string): string {
  return `pr_${name.padEnd(16, '0')}`;
}

/** A member of these stories as a signed-in guest. */
export function guestCalled(name: string): Principal {
  return { id: principalOf(name), name, kind: 'guest', email: null, image: null, aliases: [] };
}

export function testMember(name: string, role: Role, inviteId: string | null = null): NewMember {
  return { memberId: idOf(name), principalId: principalOf(name), name, role, inviteId };
}

/** Invites such as `iv_panelist0000`, whose token's hash is the role's name. */
export function testInvite(role: Role, change: Partial<Invite> = {}): Invite {
  return { inviteId: inviteOf(role), role, tokenHash: role, expiresAt: 9_000_000, ...change };
}

export function inviteOf(role: Role): string {
  return `iv_${role.padEnd(12, '0')}`;
}

export function opened(format: Format, change: Partial<Settings> = {}, pack: Pack = PACK): Happened[] {
  const roles: Role[] = format === 'led' ? ['panelist', 'candidate', 'observer'] : ['panelist', 'observer'];
  return by(null, {
    type: 'RoomOpened',
    roomId: ROOM_ID,
    settings: testSettings(format, change),
    pack,
    host: testMember('hana', 'panelist'),
    invites: roles.map((role) => testInvite(role)),
    seen: [],
    seed: '',
  });
}

export function joined(name: string, role: Role = 'panelist', waiting = false): Happened[] {
  return by(null, { type: 'MemberJoined', member: testMember(name, role, inviteOf(role)), waiting });
}

export function ledLobby(change: Partial<Settings> = {}): Happened[] {
  return [
    ...opened('led', change),
    ...joined('pia'),
    ...joined('paul'),
    ...joined('olga', 'observer'),
    ...joined('carl', 'candidate'),
  ];
}

export function peerLobby(change: Partial<Settings> = {}, pack: Pack = PACK): Happened[] {
  return [...opened('peer', change, pack), ...joined('pia'), ...joined('paul')];
}

export function roundStarted(
  candidate: string,
  change: Partial<Extract<RoomEvent, { type: 'RoundStarted' }>> = {},
): RoomEvent {
  return {
    type: 'RoundStarted',
    roundId: 'r1',
    candidateId: idOf(candidate),
    pool: null,
    agenda: ['g1-q1', 'g2-q1', 'g3-q1'],
    hostId: idOf('hana'),
    hostReturnsTo: null,
    ...change,
  };
}

export function pushed(askId: string, itemId: string, targetMs = 180_000): RoomEvent {
  return { type: 'ItemPushed', askId, itemId, targetMs };
}

/** A led round with Carl in the hot seat, before the first question. */
export function ledRound(change: Partial<Settings> = {}): Happened[] {
  return [...ledLobby(change), ...by('hana', roundStarted('carl'))];
}

/** … with the first question live, pushed by Pia. */
export function asked(change: Partial<Settings> = {}): Happened[] {
  return [...ledRound(change), ...by('pia', pushed('a1', 'g1-q1'))];
}

export function rated(name: string, value: number | null, askId = 'a1'): Happened[] {
  return by(name, { type: 'RatingSubmitted', askId, value });
}

/** … rated by Hana 2, Pia 4 and Paul 4, and opened. */
export function revealed(change: Partial<Settings> = {}): Happened[] {
  return [
    ...asked(change),
    ...rated('hana', 2),
    ...rated('pia', 4),
    ...rated('paul', 4),
    ...by('hana', { type: 'AskRevealed', askId: 'a1', panel: ['hana', 'pia', 'paul'].map(idOf) }),
  ];
}

/** … after the last ask, with Carl in the green room. */
export function deliberating(change: Partial<Settings> = {}): Happened[] {
  return [
    ...revealed(change),
    ...by('hana', { type: 'AskClosed', askId: 'a1' }, { type: 'DeliberationStarted', roundId: 'r1' }),
  ];
}

export function verdictGiven(name: string): Happened[] {
  return by(name, { type: 'VerdictSubmitted', roundId: 'r1', verdict: 'yes', rationale: `because ${name}` });
}

/** … with all verdicts in. */
export function verdictsOpened(change: Partial<Settings> = {}): Happened[] {
  return [
    ...deliberating(change),
    ...['hana', 'pia', 'paul'].flatMap(verdictGiven),
    ...by('paul', { type: 'VerdictsOpened', roundId: 'r1', panel: ['hana', 'pia', 'paul'].map(idOf) }),
  ];
}

export function debriefing(change: Partial<Settings> = {}): Happened[] {
  return [...verdictsOpened(change), ...by('hana', { type: 'DebriefOpened', roundId: 'r1' })];
}

export function published(change: Partial<Settings> = {}): Happened[] {
  return [
    ...debriefing(change),
    ...by('hana', { type: 'RoundPublished', roundId: 'r1', sharing: SHARED_AT_FIRST }),
  ];
}
