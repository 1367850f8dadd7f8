import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A stretch of a paragraph in one style. Line breaks stay in `text` as `\n`, because labels are on lines. */
export type Run = { text: string; style: 'plain' | 'em' | 'strong' };

export function toRuns(nodes: PhrasingContent[]): Run[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'emphasis':
        return { text: unlink(inner(node.children)), style: 'em' };
      case 'strong':
        return { text: unlink(inner(node.children)), style: 'strong' };
      default:
        return { text: unlink(inner([node])), style: 'plain' };
    }
  });
}

function inner(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if (node.type === 'break') return '\n';
      return 'children' in node ? inner(node.children) : textOf(node);
    })
    .join('');
}

const CODE = /`[^`]*`/;
/** A picture with a link: `[[↑]](#top)`. */
const ARROW = /\[\[[^[\]p{L}]{0,8}\]\]\([^()\s]*\)/;
const LINK = /!?\[([^[\]]*)\]\(\s*<?([^()\s]*?)>?(?:\s+"[^"]*")?\s*\)/;
const MARK = /\[\^[^[\]\s]{1,40}\](?!:)|<a (?:name|id)="[^"<>]*"\s*(?:\/>|><\/a>)/;
/** Its words, which may be those of a link around it. */
const PICTURE = /`[^`]*`|!\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;
const UNLINKED = new RegExp(`${CODE.source}|${ARROW.source}|${LINK.source}|${MARK.source}`, 'gu');

/** Links are still text here (see `outline.ts`): keeps their words, and an external address. Removes footnote marks. */
function unlink(text: string): string {
  const plain = text.replace(PICTURE, (whole: string, words: string | undefined) => words ?? whole);
  return plain.replace(UNLINKED, (whole: string, words: string | undefined, to = '') => {
    if (words === undefined) return whole.startsWith('`') ? whole : '';
    return /^https?:/i.test(to) && words.trim() !== to ? `${words} (${to})` : words;
  });
}

/** A cache: runs never change, and every recogniser asks for their text. */
const PLAIN = new WeakMap<Run[], string>();

/** The runs as one line of plain text. */
export function plain(runs: Run[]): string {
  const known = PLAIN.get(runs);
  if (known !== undefined) return known;
  const text = tidy(written(runs));
  PLAIN.set(runs, text);
  return text;
}

/** The runs as they were written, with their line breaks. */
export function written(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

export function tidy(text: string): string {
  return UNTIDY.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Most texts are tidy: checking costs less than rewriting them. */
const UNTIDY = /[^\S ]|^ | $| {2}/;

/** The runs from character `at` on. */
export function runsFrom(runs: Run[], at: number): Run[] {
  const rest: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, at - start));
    if (text !== '') rest.push({ ...run, text });
    start += run.text.length;
  }
  return rest;
}

/** The runs up to character `at`. */
export function runsUntil(runs: Run[], at: number): Run[] {
  const first: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const text = run.text.slice(0, Math.max(0, at - start));
    if (text !== '') first.push({ ...run, text });
    start += run.text.length;
  }
  return first;
}
