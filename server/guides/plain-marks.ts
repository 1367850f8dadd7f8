/**
 * Invisible characters that an editor leaves in a copied line: zero-width spaces, and direction marks before its words.
 */
const UNSEEN = /[\u200B\u2060\uFEFF]|^[\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;
const PICTURE = '\\p{Extended_Pictographic}';
/** Pictures before the words of a heading or a paragraph. Before those of a list's item they may say something. */
const PICTURES = new RegExp(
  `^( {0,3}(?:#{1,6} +(?:\\d{1,3}[.)] +)?)?(?:\\*\\*|__)?)${PICTURE}[${PICTURE}\\u{1F3FB}-\\u{1F3FF}\\uFE0F\\u200D ]*(?=\\S)`,
  'u',
);
const KEYCAP = /^( {0,3}(?:#{1,6} +)?(?:\*\*|__)?)(\d)\uFE0F?\u20E3\s*/u;

/** Turns every space into Markdown's own, and removes invisible characters. */
export function withPlainSpaces(line: string): string {
  return line.replace(UNSEEN, '').replace(/[^\S\t\n]/g, ' ');
}

/** Turns the marks of word processors, notebooks and forges into Markdown's own. */
export function withPlainMarks(line: string): string {
  return withPlainBullet(line)
    .replace(ASKED, '$1Q: ')
    .replace(JUDGED, withLabel)
    .replace(KEYCAP, '$1$2. ')
    .replace(PICTURES, '$1');
}

/** A sentence or an item after a sign that says how good such an answer is. */
const JUDGED =
  /^( {0,3}|\s*[-*+] +)(?:(✅|👍|🟢)|❌|👎|🚩|🔴)(?:\uFE0F|\p{Emoji_Modifier})*\s+(?=[\p{L}"“„«])(?!.*[?？]\s*$)/u;

/** A question mark as a picture, before words that ask. */
const ASKED = /^( {0,3}|\s*[-*+] +)[❓❔]\uFE0F?\s+(?=[\p{L}"“„«¿].*[?？؟]\s*$)/u;

function withLabel(_: string, mark: string, good: string | undefined): string {
  return `${mark}**${good ? 'Good answer' : 'Weak answer'}:** `;
}

/**
 * `•`, `☐`, `a)`, `: ` of a definition, `//`, or a list that begins beside its `A:`; all as wide as they were but `・`, and an
 * answer's, which Markdown would take for more of the question from four spaces on. */
function withPlainBullet(line: string): string {
  return line
    .replace(/^(\s*)[•‣▪●◦☐☑☒](?=\s)/, '$1-')
    .replace(/^(\s*)[・･]\s*(?=\S)/, '$1- ')
    .replace(/^(\s*\d{1,3})\.[-–](?=\s)/, '$1. ')
    .replace(/^( {0,3}):(?=\s)/, '$1-')
    .replace(/^( {0,3})\/\/(?=\s+\S)/, '$1-')
    .replace(/^(\s*)[a-z][)](?=\s)/, (_, indent: string) => `${indent}- `)
    .replace(/^(?:a|answer) ?\d{0,3}[:：]\s*(?=[-*+] )/i, (mark) => ' '.repeat(Math.min(3, mark.length)));
}

/** Whether a line begins with a dash where an item's mark would be. */
export function opensWithDash(line: string | undefined): boolean {
  return /^\s*[–—]\s/.test(line ?? '');
}

/** Without `<!-- … -->` beside words. A remark that fills its line is left to Markdown, which may end a list there. */
export function withoutRemarks(line: string): string {
  // Only up to the next one that opens, so that many take no longer than one.
  const rest = line.replace(/`[^`]*`|<!--(?:(?!<!--).)*?-->/g, (part) => (part.startsWith('`') ? part : ''));
  return rest.trim() === '' ? line : rest;
}

/** A remark that continues below its line: until it is closed, or beside words until their paragraph ends. */
export type Remark = 'alone' | 'beside';

/** Whether a remark continues below this line, which may be part of it. */
export function goesOnAsRemark(line: string, open: Remark | null): Remark | null {
  if (open) return line.includes('-->') || (open === 'beside' && line.trim() === '') ? null : open;
  const bare = line.replace(/`[^`]*`/g, '');
  if (bare.lastIndexOf('<!--') <= bare.lastIndexOf('-->')) return null;
  return /^ {0,3}<!--/.test(line) ? 'alone' : 'beside';
}
