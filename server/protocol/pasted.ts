/*
 * Links as they travel: through mail filters, chat programs and hands. The browser takes this file as it is.
 */

/** Signs that nobody sees: of no width, of direction, soft hyphens, joiners. */
const UNSEEN = /[\p{Cf}\p{Cc}\u115f\u3164]/gu;

/** A text without what cannot be seen, and with what mail filters wrap in their own address unwrapped. */
export function plainly(pasted: string): string {
  let text = pasted;
  // Filters wrap each other, three deep at most in practice.
  for (let depth = 0; depth < 4; depth += 1) {
    const decoded = decodeLeniently(text);
    if (decoded === text) break;
    text = decoded;
  }
  return text.replaceAll(UNSEEN, '');
}

/** Percent signs that stand for nothing stay as they are. */
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
 * What comes after the last `/join/` (or another path) in a pasted text: letters, digits and dashes of any kind, until
 * something else. Null where there is no such path.
 */
export function afterPath(pasted: string, path: 'join' | 'return'): string | null {
  const text = plainly(pasted);
  const found = [...text.matchAll(new RegExp(`/${path}/([\\p{L}\\p{N}\\p{Pd}_]+)`, 'gu'))].at(-1);
  return found?.[1] ?? null;
}

/** A code without the signs around it that belong to a sentence: quotes, brackets, full stops. */
export function withoutEdges(pasted: string): string {
  return plainly(pasted).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
