/** The files in a data folder. */
export const RECORD_FILE = 'hotseat.sqlite';
export const SECRET_FILE = 'auth-secret';
export const LOCK_FILE = 'lock.sqlite';
