/** A generous timeout for things that happen automatically, even on a slow machine. */
export const SOON = { timeout: 30_000 };
