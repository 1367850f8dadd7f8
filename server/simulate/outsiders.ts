import type { Format, Role } from '../protocol/words';
import type { InviteLink } from '../runtime/rooms';
import type { RoomPlan } from './room-plan';
import { accepted } from './simulated-people';
import { SimulatedPerson } from './simulated-person';

/** Takes the seat behind the invite link of a role. */
export async function takesSeat(
  plan: RoomPlan,
  host: SimulatedPerson,
  roomId: string,
  name: string,
  role: Role,
): Promise<SimulatedPerson> {
  const person = new SimulatedPerson(plan.url, name, plan.random);
  plan.people.push(person);
  await person.signsIn();
  const links = await host.asks<InviteLink[]>('GET', `/api/rooms/${roomId}/invites`);
  const token = links.find((link) => link.role === role)?.code;
  await person.asks('POST', '/api/rooms/join', { token, name });
  await person.connects(roomId);
  return person;
}

export async function admitted(host: SimulatedPerson, person: SimulatedPerson): Promise<SimulatedPerson> {
  const { audience, mine } = person.replica.known ?? {};
  if (audience === 'waiting' && mine) await accepted(host, { type: 'AdmitMember', memberId: mine.memberId });
  return person;
}

/**
 * Everybody who is near a room and may read none of its rounds: signed out, in the waiting room, the next
 * candidate of a led room, and removed before it.
 */
export async function comeNear(
  plan: RoomPlan,
  host: SimulatedPerson,
  roomId: string,
  format: Format,
): Promise<void> {
  plan.people.push(new SimulatedPerson(plan.url, `signed-out${plan.no}`, plan.random));
  const knocks = await takesSeat(plan, host, roomId, `waits${plan.no}`, 'observer');
  // Without a waiting room, a link lets people straight in.
  if (knocks.replica.known?.audience !== 'waiting') await removed(host, knocks);
  // The next candidate of a led room waits until this one's round is over.
  if (format === 'led') await takesSeat(plan, host, roomId, `next${plan.no}`, 'candidate');
  const member = await admitted(host, await takesSeat(plan, host, roomId, `removed${plan.no}`, 'panelist'));
  await removed(host, member);
}

async function removed(host: SimulatedPerson, person: SimulatedPerson): Promise<void> {
  const memberId = person.replica.known?.mine.memberId ?? '';
  await accepted(host, { type: 'RemoveMember', memberId });
}
