/** The most that a pack may hold. The server has the last word: `PACK_LIMITS` of the protocol. */
export const PACK_BYTES = 1_048_576;
