/**
 * Milliseconds after which a request is answered in any case. Its sender keeps it and sends it again, and then gets the
 * outcome.
 */
export const ANSWER_MS = 4_500;

/** What `work` gives, or `otherwise` if that takes too long. */
export function inTime<T>(work: Promise<T>, ms: number, otherwise: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(otherwise()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
