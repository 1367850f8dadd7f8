/** Kept beside what was read. Raise it when a source is read differently than before. */
export const READER_VERSION = 3;
