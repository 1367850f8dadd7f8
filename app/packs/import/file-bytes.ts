/** The most that a file, or what is pasted, may hold. The server has the last word: `FILE_BYTES` of the protocol. */
export const MOST_BYTES = 8_388_608;
