import { type Place, placeOf } from '../protocol/places';

/** The last row of a page: the next page continues after it. */
interface LastRow extends Place {
  publishedAt: number;
}

/** A position as text for an address. */
export function writeCursor({ publishedAt, roomId, roundId }: LastRow): string {
  return [publishedAt, roomId, roundId].join('.');
}

/** Null for anything that `writeCursor` did not make, which then means the first page. */
export function readCursor(text: string | null): LastRow | null {
  const [, at, room, round] = /^(\d{1,15})\.([^.]+)\.([^.]+)$/.exec(text ?? '') ?? [];
  const place = placeOf(room, round);
  return at && place ? { publishedAt: Number(at), ...place } : null;
}
