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
 * Whether two names look alike: they differ only by invisible letters, upper and lower case, the width of letters, spaces,
 * and letters of another alphabet that look the same. A name looks like itself.
 */
export function looksLike(one: string, other: string): boolean {
  return lookOf(one) === lookOf(other);
}

/**
 * Whether a typed name shows somebody's name without being it: by invisible letters, or by some letters of another alphabet.
 * A name that is typed wholly in its own alphabet imitates nobody.
 */
export function imitates(typed: string, name: string): boolean {
  if (inOneLine(typed) === inOneLine(name)) return false;
  const differsUnseen = inOneLine(typed.replace(invisible, '')) === inOneLine(name.replace(invisible, ''));
  return differsUnseen || (mixesAlphabets(typed) && looksLike(typed, name));
}

function inOneLine(name: string): string {
  return name.replace(control, ' ').normalize('NFC').replace(/\s+/g, ' ').trim();
}

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u];

function mixesAlphabets(name: string): boolean {
  const words = name.split(/[^\p{L}\p{M}\p{Cf}]+/u);
  return words.some((word) => alphabets.filter((letter) => letter.test(word)).length > 1);
}

/** Lower-case letters that look like a Latin one, in lower or in upper case (the confusables of Unicode's TS 39). */
const latin = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
    ...{ ѕ: 's', і: 'i', ј: 'j', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l', ѵ: 'v', ү: 'y', ё: 'ë', ї: 'ï' },
    ...{ α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't' },
    ...{ υ: 'y', χ: 'x', ϲ: 'c', ϳ: 'j' },
  }),
);

/**
 * The same for all names that look alike. Upper case first, since it unites some letters that lower case keeps apart, such
 * as ſ and s.
 */
export function lookOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{L}/gu, (letter) => latin.get(letter) ?? letter);
}
