import type { Command } from '../protocol/commands';
import type { HostView, PanelView } from '../protocol/views';
import type { SimulatedPerson } from './simulated-person';

/** Who does what in a simulated room. */

/** Sends a command that the room must accept: a rejection is a fault of the simulation or of the room. */
export async function accepted(person: SimulatedPerson, command: Command): Promise<void> {
  const ack = await person.sends(command);
  if (!ack.ok)
    throw new Error(
      `${command.type} of ${person.name} was rejected: ${ack.code} (${JSON.stringify(command)})`,
    );
}

export function ofAudience(people: SimulatedPerson[], ...audiences: string[]): SimulatedPerson[] {
  return people.filter((person) => audiences.includes(person.replica.known?.audience ?? ''));
}

export function raters(people: SimulatedPerson[]): SimulatedPerson[] {
  return ofAudience(people, 'host', 'panelist');
}

export function listeners(people: SimulatedPerson[]): SimulatedPerson[] {
  return ofAudience(people, 'host', 'panelist', 'observer');
}

export function steersNow(people: SimulatedPerson[]): SimulatedPerson {
  const [host] = ofAudience(people, 'host');
  if (!host) throw new Error('nobody steers the room');
  return host;
}

/** The panel's view as the server has it now. */
export async function panelViewOf(person: SimulatedPerson): Promise<PanelView | HostView> {
  const { frame } = await person.looks();
  if (!frame || !('bank' in frame.view)) throw new Error(`${person.name} does not see the panel’s view`);
  return frame.view;
}
