/** The last row of a page: what comes after it in the order of the history is the next page. */
export interface Place {
  publishedAt: number;
  roomId: string;
  roundId: string;
}

/** A place as text for an address. */
export function writeCursor({ publishedAt, roomId, roundId }: Place): string {
  return [publishedAt, roomId, roundId].join('.');
}

/** Null for anything that `writeCursor` did not make: somebody's own typing starts at the first page. */
export function readCursor(text: string | null): Place | null {
  const [, at, roomId, roundId] = /^(\d{1,15})\.((?:rm|ks)_[a-z0-9]{12})\.(r\d{1,5})$/.exec(text ?? '') ?? [];
  return at && roomId && roundId ? { publishedAt: Number(at), roomId, roundId } : null;
}
