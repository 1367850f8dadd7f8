/** Ids in addresses. */
export const ROOM_ID = /^rm_[a-z0-9]{12}$/;
/** An imported scorecard, which takes the place of a room. */
export const KEPT_ID = /^ks_[a-z0-9]{12}$/;
/** `r` and a random number, which does not tell a candidate how many rounds there were before. */
export const ROUND_ID = /^r[1-9]\d{0,8}$/;

/** A room's round, or a scorecard from a file. */
export interface Place {
  roomId: string;
  roundId: string;
}

/** Null for what no place is called. */
export function placeOf(roomId: string | undefined, roundId: string | undefined): Place | null {
  if (roomId === undefined || roundId === undefined) return null;
  const isPlace = (ROOM_ID.test(roomId) || KEPT_ID.test(roomId)) && ROUND_ID.test(roundId);
  return isPlace ? { roomId, roundId } : null;
}
