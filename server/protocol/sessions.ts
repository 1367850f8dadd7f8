/** A sign-in session as its own person may see it. Times are milliseconds since 1970. */
export interface KeptSession {
  id: string;
  /** As in "Firefox on Linux"; null when it is not known. */
  device: string | null;
  since: number;
  /** When it was last used, to a few minutes. */
  seen: number;
  /** The session of the browser that asks. */
  current: boolean;
}
