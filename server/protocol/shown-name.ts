import { LIMITS } from './words';

/** Control characters: PostgreSQL and log lines dislike them, and some part words as spaces do. */
const control = /\p{Cc}/gu;

/**
 * What shows nothing or turns the text after it around: zero-width and bidirectional controls, fillers, the blank of
 * braille, halves of characters. A joiner is kept where a script or an emoji needs it (`joins`).
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\u2800]/gu;

/** Scripts that are spelled with a joiner of no width between two letters. */
const joined =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
const picture = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}';

/** One joiner between two such letters, one between two pictures, and the sign that asks for a picture in colour. */
const needed = new RegExp(
  `(?<=[${joined}])[\\u200c\\u200d](?=[${joined}])|(?<=[${picture}]\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})|(?<=\\p{Extended_Pictographic})\\ufe0f`,
  'gu',
);

/** Something that can be seen: not only joiners, accents or spaces. */
const visible = /[^\p{C}\p{M}\p{Z}]/u;

/**
 * What a person is called when they write this: one line, single spaces, nothing that does not show. Null for what shows
 * nothing, and for more than `LIMITS.name` characters.
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
 * Whether two names look alike: they differ by nothing but letters that do not show, upper and lower case, the width of
 * letters, and spaces. A name looks like itself. Letters of different scripts are different letters.
 */
export function looksLike(one: string, other: string): boolean {
  return skeleton(one) === skeleton(other);
}

/** Whether two names differ, and by nothing but letters that do not show. */
export function differsUnseen(one: string, other: string): boolean {
  return one !== other && shown(one) === shown(other);
}

function shown(name: string): string {
  return name.replace(control, ' ').replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Upper case first: it has one form of some letters that lower case has two of, such as ſ and s. */
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
