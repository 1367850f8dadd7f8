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
const ENGLISH =
  /\b(?:the|and|of|to|is|are|was|you|your|how|what|would|which|why|when|that|with|for|it|this|does|not|no|by|from|can|if|they)\b/i;
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
  return words.length < ENOUGH || ENGLISH.test(prose) ? null : UNKNOWN;
}
