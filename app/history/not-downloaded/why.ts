/** Why there was no file. */
export const NOT_DOWNLOADED = ['not-found', 'bad-command', 'slow-down', 'unavailable'] as const;
export type NotDownloaded = (typeof NOT_DOWNLOADED)[number];
