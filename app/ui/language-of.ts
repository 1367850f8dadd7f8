/** Scripts that one language is written in, by its BCP 47 tag. Japanese first: it has signs of Chinese, too. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Greek}{3}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
];
const UNKNOWN = '';
/** Words of English alone, and words of it that other languages have too (Dutch "of", Polish "to", Danish "for"). */
const ENGLISH = new Set(
  'the and you your how what would which why when that with this does from they their there should could about through between where were been than into explain our who before after without each its must whether did had them something anybody told other others makes checks tells only those back first whatever against until instead them same themselves later'.split(
    ' ',
  ),
);
const SHARED = new Set(
  'to of is are for it can if or on be by not at as a do has long more less own right went'.split(' '),
);
/** A word of English alone counts for two of the others. */
const EVIDENCE = 3;
/** Fewer words than that say too little. */
const ENOUGH = 5;

/**
 * The language of a pack's text, for the `lang` of what holds it: null for English, which the page is in, and for what is too
 * short to tell; empty (unknown, as HTML has it) for what is in some other language.
 */
export function languageOf(text: string): string | null {
  const byScript = SCRIPTS.find(([letters]) => letters.test(text))?.[1];
  if (byScript !== undefined) return byScript;
  const prose = text.replaceAll(/`[^`\n]+`/g, ' ');
  if (/[^\P{L}\p{Script=Latin}\p{Script=Greek}]/u.test(prose)) return UNKNOWN;
  const words = prose.match(/\p{L}+/gu) ?? [];
  return words.length < ENOUGH || isEnglish(words) ? null : UNKNOWN;
}

/** One English word may be a name or a term of the trade, so that it takes two different ones. */
function isEnglish(words: readonly string[]): boolean {
  const different = [...new Set(words.map((word) => word.toLowerCase()))];
  const own = different.filter((word) => ENGLISH.has(word)).length;
  const shared = different.filter((word) => SHARED.has(word)).length;
  return 2 * own + shared >= EVIDENCE;
}
