import type { Settings } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import { INVITE_HOURS } from '../protocol/requests';
import type { Role } from '../protocol/words';
import { SIMULATED, type TryOut } from '../room/core/state';
import { makeInvite } from '../runtime/create-rooms';
import { randomId } from '../runtime/random-id';
import type { RoomCommands } from '../runtime/room-commands';
import type { Outcome } from '../runtime/rooms';
import { chanceOf } from './answers';

/** Opens a room among simulated people, and says who they are. */

export interface Person {
  memberId: string;
  principalId: string;
  name: string;
  role: Role;
}

const NAMES = ['Noor', 'Inês', 'Tomasz', 'Ravi', 'Amara', 'Jonas', 'Mei', 'Lucia'];

/** Three on the panel, and a candidate unless the visitor is. */
export function castFor(seed: number, { hasCandidate }: { hasCandidate: boolean }): Person[] {
  const names = chanceOf(seed, 'names').shuffle(NAMES);
  const roles: Role[] = ['panelist', 'panelist', 'panelist', ...(hasCandidate ? ['candidate' as const] : [])];
  return roles.map((role, at) => {
    const memberId = randomId('mb');
    return { memberId, principalId: `${SIMULATED}${memberId}`, name: names[at] ?? `Person ${at + 1}`, role };
  });
}

interface OpeningPorts {
  runtime: Pick<RoomCommands, 'handle'>;
  /** Makes invite tokens. */
  secret: string;
  now(): number;
}

interface Opening {
  pack: Pack;
  /** The host first. */
  people: Person[];
  settings: Pick<Settings, 'title' | 'agenda'> & Partial<Settings>;
  tryOut: TryOut;
}

/** Opens a led room that everybody joins in the usual way. */
export async function openAmong(
  ports: OpeningPorts,
  { pack, people: [host, ...others], settings, tryOut }: Opening,
): Promise<Outcome<{ roomId: string }>> {
  if (!host) throw new Error('nobody would open the room');
  const roomId = randomId('rm');
  const invites = (['panelist', 'candidate', 'observer'] as const).map((role) =>
    makeInvite(ports, roomId, { role, hours: INVITE_HOURS.usual }),
  );
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: [host.principalId],
    commandId: 'open',
    command: {
      type: 'OpenRoom',
      roomId,
      settings: { ...USUAL, ...settings },
      pack,
      host: { ...host, inviteId: null },
      invites,
      seen: [],
      seed: randomId('sd'),
      tryOut,
    },
  });
  if (!answer.ok) return answer;
  for (const { memberId, principalId, name, role } of others) {
    const tokenHash = invites.find((invite) => invite.role === role)?.tokenHash ?? '';
    const command = {
      type: 'JoinRoom' as const,
      memberId,
      principalIds: [principalId] as [string],
      name,
      tokenHash,
    };
    const joined = await ports.runtime.handle({
      roomId,
      principalIds: [principalId],
      commandId: `join/${memberId}`,
      command,
    });
    if (!joined.ok) return joined;
  }
  return { ok: true, value: { roomId } };
}

const USUAL: Omit<Settings, 'title' | 'agenda'> = {
  format: 'led',
  slots: [],
  targetSeconds: 180,
  level: null,
  callLink: null,
  waitingRoom: false,
  autoReveal: false,
  hostRates: true,
  startsAt: null,
  sharesChecklist: false,
};
