/** The last row of a page: the next page continues after it. */
export interface Place {
  publishedAt: number;
  roomId: string;
  roundId: string;
}

/** A position as text for an address. */
export function writeCursor({ publishedAt, roomId, roundId }: Place): string {
  return [publishedAt, roomId, roundId].join('.');
}

/** Null for anything that `writeCursor` did not make, which then means the first page. */
export function readCursor(text: string | null): Place | null {
  const [, at, roomId, roundId] = /^(\d{1,15})\.((?:rm|ks)_[a-z0-9]{12})\.(r\d{1,5})$/.exec(text ?? '') ?? [];
  return at && roomId && roundId ? { publishedAt: Number(at), roomId, roundId } : null;
}
