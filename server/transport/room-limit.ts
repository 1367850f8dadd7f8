import { createLimit, type Limit } from './limit';

/** Rooms that one person may open within an hour: more than anybody needs, fewer than fill a disk. */
export const ROOMS_AN_HOUR = 30;

export function createRoomLimit(): Limit {
  return createLimit({ points: ROOMS_AN_HOUR, seconds: 3_600 });
}
