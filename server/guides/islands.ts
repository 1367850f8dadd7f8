import { islandToMarkdown, type WrittenLine } from './html';

/** Lines of a guide (from 0, both included) that are HTML, and the Markdown that says the same. */
export interface Island {
  from: number;
  to: number;
  lines: WrittenLine[];
}

/** Tags that open an HTML part at the start of a line. */
const OPENS = /^ {0,3}<(table|ul|ol|dl|p|h[1-6]|details|div|section|article|blockquote)\b[^<>]*>/i;
/** A blank line may be between two items of these. */
const KEEPS_BLANKS = /^(?:table|ul|ol|dl)$/i;
/** The most lines in an island, and the most islands in a guide: each costs time. */
const LONGEST = 400;
const MOST = 2_000;

/**
 * Where a guide holds HTML without Markdown in it, such as a table or a line of folded answers. What is behind a blank line in
 * `<details>` or `<div>` is Markdown, which the tags around it leave as it is.
 */
export function islandsIn(raw: readonly string[], foldsAsk: boolean): Map<number, Island> {
  const islands = new Map<number, Island>();
  let fence: string | null = null;
  for (let at = 0; at < raw.length && islands.size < MOST; at += 1) {
    const line = raw[at] ?? '';
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3) ?? null;
    if (mark && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    if (fence !== null || !OPENS.test(line)) continue;
    const to = endOf(raw, at);
    if (to === null) continue;
    const html = raw.slice(at, to + 1).join('\n');
    islands.set(at, { from: at, to, lines: islandToMarkdown(html, foldsAsk) });
    at = to;
  }
  return islands;
}

/** The line that closes everything opened from line `start` on; null if Markdown comes first. */
function endOf(raw: readonly string[], start: number): number | null {
  const keepsBlanks = KEEPS_BLANKS.test(OPENS.exec(raw[start] ?? '')?.[1] ?? '');
  let depth = 0;
  for (let at = start; at < raw.length && at - start < LONGEST; at += 1) {
    const line = (raw[at] ?? '').replace(/`[^`]*`/g, '');
    if (line.trim() === '' && !keepsBlanks) return null;
    if (/^\s*(?:```|~~~)/.test(line)) return null;
    for (const [, close] of line.matchAll(COUNTED)) depth += close ? -1 : 1;
    if (depth <= 0 && !OPENS.test(raw[at + 1] ?? '')) return at;
  }
  return null;
}

const COUNTED = /<(\/?)(?:table|ul|ol|dl|p|h[1-6]|details|div|section|article|blockquote)\b[^<>]*>/gi;
