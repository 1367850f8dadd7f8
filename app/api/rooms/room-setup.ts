import { settings } from '@/server/protocol/commands';
import { packKey } from '@/server/protocol/ids';
import type { RoomSetup } from '@/server/runtime/rooms';

const roomSetup = settings.extend({ packId: packKey });

/** A setup as it came over the wire, or null. */
export function readRoomSetup(body: unknown): RoomSetup | null {
  return roomSetup.safeParse(body).data ?? null;
}
