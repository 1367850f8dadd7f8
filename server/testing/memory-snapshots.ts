import type { RoomSnapshot, Snapshots } from '../runtime/snapshots';

/** Snapshots as text in memory, whenever the number of a room's events passes a multiple of `every`. */
export function memorySnapshots(every = 5): Snapshots & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    every,
    kept,
    find: async (roomId) => {
      const text = kept.get(roomId);
      return text === undefined ? null : (JSON.parse(text) as RoomSnapshot);
    },
    keep: (roomId, snapshot) => void kept.set(roomId, JSON.stringify(snapshot)),
    drop: (roomId) => void kept.delete(roomId),
  };
}
