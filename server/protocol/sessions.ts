/** A sign-in session as its owner may see it. Times are milliseconds since 1970. */
export interface KeptSession {
  id: string;
  /** For example "Firefox on Linux"; null if it is not known. */
  device: string | null;
  since: number;
  /** When it was last used, to a few minutes. */
  seen: number;
  /** Whether it is the session of the browser that asks. */
  current: boolean;
}
