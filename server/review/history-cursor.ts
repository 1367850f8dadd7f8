import { type Place, placeOf } from '../protocol/places';

/** The last row of a page: the next page continues after it. */
interface LastRow extends Place {
  heldAt: number;
}

/** A position as text for an address. */
export function writeCursor({ heldAt, roomId, roundId }: LastRow): string {
  return [heldAt, roomId, roundId].join('.');
}

/** Null for anything that `writeCursor` did not make, which then means the first page. */
export function readCursor(text: string | null): LastRow | null {
  const [, at, room, round] = /^(\d{1,16})\.([^.]+)\.([^.]+)$/.exec(text ?? '') ?? [];
  const place = placeOf(room, round);
  return at && place ? { heldAt: Number(at), ...place } : null;
}
