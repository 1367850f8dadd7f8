import { LIMITS } from './words';

/** Control characters, which PostgreSQL and log lines cannot hold. Some separate words as spaces do. */
const control = /\p{Cc}/gu;

/**
 * Characters that are invisible or reverse the text after them: zero-width and bidirectional controls, fillers, the
 * braille blank, lone surrogates. A joiner is kept if a script or an emoji needs it (`joins`).
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\u2800]/gu;

/** Scripts that use a zero-width joiner between two letters. */
const joined =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
const picture = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}';

/** One joiner between two such letters, one between two emoji, and the selector for a coloured emoji. */
const needed = new RegExp(
  `(?<=[${joined}])[\\u200c\\u200d](?=[${joined}])|(?<=[${picture}]\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})|(?<=\\p{Extended_Pictographic})\\ufe0f`,
  'gu',
);

/** Something visible: not only joiners, accents or spaces. */
const visible = /[^\p{C}\p{M}\p{Z}]/u;

/**
 * The name that is shown when a person writes this: one line, single spaces, nothing invisible. Null if nothing is
 * visible, or if it has more than `LIMITS.name` characters.
 */
export function shownName(text: string): string | null {
  const line = text.replace(control, ' ');
  const kept = new Set([...line.matchAll(needed)].map(({ index }) => index));
  const name = line
    .replace(invisible, (sign, index: number) => (kept.has(index) ? sign : ''))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return visible.test(name) && name.length <= LIMITS.name ? name : null;
}

/**
 * Whether two names look alike: they differ only by invisible letters, upper and lower case, the width of letters, and
 * spaces. A name looks like itself. Letters of different scripts are different letters.
 */
export function looksLike(one: string, other: string): boolean {
  return skeleton(one) === skeleton(other);
}

/** Whether two names differ only by invisible letters. */
export function differsUnseen(one: string, other: string): boolean {
  return one !== other && shown(one) === shown(other);
}

function shown(name: string): string {
  return name.replace(control, ' ').replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Upper case first, since it unites some letters that lower case keeps apart, such as ſ and s. */
function skeleton(name: string): string {
  return name
    .normalize('NFKC')
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}
