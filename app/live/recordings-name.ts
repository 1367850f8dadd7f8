/** The browser's database of what somebody said alone. Signing out deletes it, without the code that fills it. */
export const RECORDINGS = 'hotseat-recordings';
