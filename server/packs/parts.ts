import type { Anchors } from '../protocol/pack';
import type { Report } from './drafts';
import type { Item, Piece } from './pieces';
import { pieceText, type Statement, toFollowUp } from './points';
import { plain, tidy } from './runs';

/** A labelled part: every piece of it, until the next label. */
export type Part = { line: number; pieces: Piece[] };

/** The items of a part's lists; a paragraph counts as one item. */
export function itemsOf(part: Part): Item[] {
  return part.pieces.flatMap((piece) => {
    if (piece.kind === 'list') return piece.items;
    if (piece.kind !== 'text') return [];
    return [{ line: piece.line, number: null, leadsInside: false, runs: piece.runs, pieces: [] }];
  });
}

export function textsOf(part: Part): string[] {
  return itemsOf(part).map((item) => tidy([plain(item.runs), ...item.pieces.map(pieceText)].join(' ')));
}

/** Everything that a part says, as one text. */
export function wordsOf(part: Part): string {
  return tidy(part.pieces.map(pieceText).join(' '));
}

export function followUpsOf(part: Part): Statement[] {
  return itemsOf(part).map((item) => toFollowUp(item));
}

/** Reads `1: …`, `3: …`, `5: …` (2 and 4 too), written as bullets or as a numbered list. */
export function anchorsOf(part: Part, report: Report): Anchors | null {
  const found = new Map<string, string>();
  for (const item of itemsOf(part)) {
    const text =
      textsOf({
        line: item.line,
        pieces: [{ kind: 'list', line: item.line, ordered: false, items: [item] }],
      })[0] ?? '';
    const written = /^([1-5])(?:\s*\([^)]*\))?\s*[:.)=–—-]\s*(.+)$/s.exec(text);
    const score = written?.[1] ?? item.number;
    const words = written?.[2] ?? text;
    if (!score || !/^[1-5]$/.test(score) || words === '' || found.has(score)) {
      report({
        line: item.line,
        code: 'bad-anchor',
        message: `"${shorten(text)}" is not an anchor for a rating from 1 to 5.`,
        hint: 'Write each rating once, as "- 3: what such an answer covers".',
      });
    } else found.set(score, words);
  }
  const [one, three, five] = [found.get('1'), found.get('3'), found.get('5')];
  if (one && three && five)
    return { '1': one, '2': found.get('2') ?? null, '3': three, '4': found.get('4') ?? null, '5': five };
  report({
    line: part.line,
    code: 'incomplete-anchors',
    message: 'Anchors need at least 1, 3 and 5.',
    hint: 'Add "- 1: …", "- 3: …" and "- 5: …", or leave the anchors out.',
  });
  return null;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?)$/i, 1],
  [/^(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes?)$/i, 60],
];

/** Reads `3:00`, `90 s` or `3 minutes` as seconds. */
export function secondsOf(part: Part, report: Report): number | null {
  const text = wordsOf(part).replace(/[.,;]$/, '');
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  for (const [pattern, factor] of UNITS) {
    const found = pattern.exec(text);
    if (found) return Math.round(Number(found[1]) * factor);
  }
  report({
    line: part.line,
    code: 'bad-target',
    message: `"${shorten(text)}" is not a time.`,
    hint: 'Write minutes and seconds, such as 3:00.',
  });
  return null;
}

export function shorten(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 57).join('')}…` : text;
}

/** Cuts notes into texts that a pack may hold. */
export function toNotes(pieces: Piece[], title?: string): string[] {
  const texts = pieces.map((piece) => pieceText(piece).trim()).filter((text) => text !== '');
  const all = title && texts.length > 0 ? [`${title}\n${texts.join('\n')}`] : texts;
  return all
    .flatMap((text) => text.match(/[\s\S]{1,3900}/gu) ?? [])
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
