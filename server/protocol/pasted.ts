/*
 * Links as they arrive from mail filters, chat programs and typing people. The browser uses this file too.
 */

/** Characters that nobody sees: zero width, direction marks, soft hyphens, joiners. */
const UNSEEN = /[\p{Cf}\p{Cc}\u115f\u3164]/gu;

/** A text without invisible characters, and with the original of every link that a mail filter has rewritten. */
export function plainly(pasted: string): string {
  let text = pasted;
  // Filters rewrite each other's links, in practice at most three deep.
  for (let depth = 0; depth < 4; depth += 1) {
    const decoded = decodeLeniently(text);
    if (decoded === text) break;
    text = decoded;
  }
  return text.replaceAll(UNSEEN, '');
}

/** Percent signs that encode nothing stay unchanged. */
function decodeLeniently(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/**
 * The part after the last `/join/` (or another path) in a pasted text: letters, digits and dashes of any kind, up to
 * the next other character. Null if there is no such path.
 */
export function afterPath(pasted: string, path: 'join' | 'return'): string | null {
  const text = plainly(pasted);
  const found = [...text.matchAll(new RegExp(`/${path}/([\\p{L}\\p{N}\\p{Pd}_]+)`, 'gu'))].at(-1);
  return found?.[1] ?? null;
}

/** A code without the punctuation around it: quotes, brackets, full stops. */
export function withoutEdges(pasted: string): string {
  return plainly(pasted).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
