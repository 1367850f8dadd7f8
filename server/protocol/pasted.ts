/*
 * Links as they arrive from mail filters, chat programs and typing people. The browser uses this file too.
 */

/** Characters that nobody sees: zero width, direction marks, soft hyphens, joiners. */
const UNSEEN = /[\p{Cf}\p{Cc}\u115f\u3164]/gu;

/** Letters and digits of the code at the end of a link. */
const CODE_LENGTHS = { join: 12, return: 24 } as const;

/** A text without invisible characters, and with the original of every link that a mail filter has rewritten. */
export function plainly(pasted: string): string {
  return decoded(pasted).replaceAll(UNSEEN, '');
}

function decoded(pasted: string): string {
  let text = pasted;
  // Filters rewrite each other's links, in practice at most three deep.
  for (let depth = 0; depth < 4; depth += 1) {
    const next = decodeLeniently(text);
    if (next === text) break;
    text = next;
  }
  return text;
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
 * the next other character. Null if there is no such path. A mail program may have wrapped it, and the next line counts
 * only until the code is whole.
 */
export function afterPath(pasted: string, path: keyof typeof CODE_LENGTHS): string | null {
  const lines = decoded(pasted)
    .split(/\s*[\r\n]+\s*/u)
    .map((line) => line.replaceAll(UNSEEN, ''));
  const text = lines.join('\n');
  const found = [...text.matchAll(new RegExp(`/${path}/([\\p{L}\\p{N}\\p{Pd}_\n]+)`, 'gu'))].at(-1)?.[1];
  if (found === undefined) return null;
  const isWhole = (code: string) => code.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= CODE_LENGTHS[path];
  return found.split('\n').reduce((code, line) => (isWhole(code) ? code : code + line), '');
}

/** A code without the punctuation around it: quotes, brackets, full stops. */
export function withoutEdges(pasted: string): string {
  return plainly(pasted).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
