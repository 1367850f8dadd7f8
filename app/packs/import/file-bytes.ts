/** The size limit of a file or a pasted text. The server's limit decides: `FILE_BYTES` of the protocol. */
export const MOST_BYTES = 8_388_608;
