/** Kept beside what was read. Raise it when the reader reads a source differently. */
export const READER_VERSION = 3;
