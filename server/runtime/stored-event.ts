import type { Pack } from '../protocol/pack';
import type { RoomEvent } from '../room/core/events';
import { upcast } from '../room/core/upcast';
import type { PackContents, Projection } from './ports';

/** Events as the record stores them, and the same events as the room uses them, with the shared pack. */
export interface PreparedEvents {
  events: RoomEvent[];
  stored: unknown[];
  projections: Projection[];
  /** Of a room that opens: the shared object. */
  pack?: Pack;
}

/** Stores the pack of a room that opens. In the core its event contains the pack itself, in the record the content's hash. */
export async function prepareEvents(
  events: readonly RoomEvent[],
  contents: PackContents,
): Promise<PreparedEvents> {
  const prepared: PreparedEvents = { events: [], stored: [], projections: [] };
  for (const event of events) {
    if (event.type !== 'RoomOpened') {
      prepared.events.push(event);
      prepared.stored.push(event);
      continue;
    }
    const { pack, ...rest } = event;
    const kept = await contents.keep(pack);
    prepared.pack = kept.pack;
    prepared.events.push({ ...event, pack: kept.pack });
    prepared.stored.push({ ...rest, packHash: kept.hash });
    prepared.projections.push({ table: 'room_packs', row: { room_id: event.roomId, hash: kept.hash } });
  }
  return prepared;
}

/** A stored event in today's shape, with the shared pack instead of its hash. */
export async function readEvent(stored: unknown, contents: PackContents): Promise<RoomEvent> {
  if (!namesPack(stored)) return upcast(stored);
  const { packHash, ...rest } = stored;
  const content = await contents.find(packHash);
  if (!content) throw new Error(`The record does not hold the pack ${packHash}, which a room names.`);
  return upcast({ ...rest, pack: content.pack });
}

function namesPack(stored: unknown): stored is { packHash: string } {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'packHash' in stored &&
    typeof stored.packHash === 'string'
  );
}
