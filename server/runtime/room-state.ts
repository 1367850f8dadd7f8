import { ROOM_ID } from '../protocol/places';
import type { RoomState } from '../room/core/state';
import type { RoomCommands } from './room-commands';

/** Null for anything that is not a room's id, so that a mistyped address does not read the record. */
export async function stateOf(
  runtime: Pick<RoomCommands, 'state'>,
  roomId: string,
): Promise<RoomState | null> {
  return ROOM_ID.test(roomId) ? runtime.state(roomId) : null;
}
