/** What to say when no answer came back. */
export const UNREACHED =
  'The server could not be reached. Nothing is lost here: check your connection and try again.';
