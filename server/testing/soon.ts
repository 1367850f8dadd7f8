/** For what comes by itself, on a machine as slow as it likes: what never comes fails then. */
export const SOON = { timeout: 30_000 };
