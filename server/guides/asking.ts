import {
  BEGINS_INTERROGATIVE,
  BEGINS_WITH_TASK,
  BEGINS_WITH_VERB,
  ENDS_ASKING,
  ENDS_IN_SHAPE,
  EXERCISE_WORDS,
  QUESTION_WORDS,
} from './language';
import { plain, type Run, tidy } from './runs';

/**
 * A line that asks, without its number and id. `sure`: numbered as a question, in bold with a question mark, or with an
 * id of its own. `bold`: a bold sentence. `plain`: any other words that ask.
 */
export interface Asking {
  text: string;
  id: string | null;
  strength: 'sure' | 'bold' | 'plain';
}

/** Of any script; 一, 二, 三 too. */
const DIGITS = '(?:\\p{Nd}{1,4}[a-z]?|[一二三四五六七八九十]{1,3})';
const SPELLED = 'one|two|three|four|five|six|seven|eight|nine|ten';
const QUESTION_NUMBER = new RegExp(
  `^[([]?(?:${QUESTION_WORDS})\\s*[#№]?\\s*(?:(?:${DIGITS}|${SPELLED})(?:\\.\\p{Nd}+)?(?:\\s*(?:[:.)\\]：．）、|]|[–—-](?!\\s*\\p{Nd}))|\\s+(?=(?:how|what|why|when|where|which|who|tell|describe|explain|walk|talk|give)\\s)|(?=\\s*$))|[:：]|(?<=^q)\\.(?=\\s))\\s*`,
  'iu',
);
/** `1.`, `(2)`, `3a)`, `四、`, `[5]`; and `1.2` without a mark behind it. */
const NUMBER = new RegExp(
  `^(?:#\\p{Nd}{1,3}\\s+|#?\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})+\\s+(?=\\p{L})|[(（[]?#?${DIGITS}(?:\\.\\p{Nd}{1,3})*\\s*(?:[.)\\]．）、]|[:：](?!\\p{Nd}))\\s*)`,
  'u',
);
const EXERCISE = new RegExp(
  `^(?:(?:coding|code|practical)\\s+)?(?:${EXERCISE_WORDS})\\s*(?:[#№]?\\s*\\p{Nd}{1,3})?\\s*(?:[:.)：–—-]\\s*|$)`,
  'iu',
);
/** Arrows too, which point ahead. */
const PICTURES_BEHIND =
  /[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Join_Control}\u2190-\u21FF\u2794-\u27BF\u2B00-\u2BFF]+$/u;
/** `(5 min)` or `(senior)` behind a question. */
export const ASIDE = /\s*[([（][^()[\]（）]{1,30}[)\]）]$/u;
const GREEK_MARK = /\p{Script=Greek}.*[;\u037E]["”»)]*$/u;
/** A longer text with a question mark in it tells something and does not ask. */
const LONGEST = 400;

/** Takes a trailing `{#id}` off a title or prompt. */
export function takeId(text: string): { text: string; id: string | null } {
  const found = /^([\s\S]*?)\s*\{#([^{}]*)\}\s*$/.exec(text);
  return found ? { text: tidy(found[1] ?? ''), id: found[2] ?? null } : { text: tidy(text), id: null };
}

export function isQuestionNumbered(text: string): boolean {
  return QUESTION_NUMBER.test(text);
}

export function isNumbered(text: string): boolean {
  return NUMBER.test(text);
}

/** Without `Q1:`, `Question 1.` or `1.` at its start, and pictures at its end. */
export function withoutNumber(text: string): string {
  const words = tidy(
    text
      .replace(QUESTION_NUMBER, '')
      .replace(NUMBER, '')
      .replace(/^Q[:：.]\s+/u, ''),
  ).replace(/ [-–—]$/, '');
  return withoutPictures(words) || words;
}

/** Without pictures at its end. Only a text that does not end with a letter is searched for them. */
function withoutPictures(text: string): string {
  return /[\p{L}\p{N}.?!]/u.test(text.slice(-1)) ? text : text.replace(PICTURES_BEHIND, '');
}

export function isExerciseTitle(text: string): boolean {
  return EXERCISE.test(text);
}

export function withoutExerciseNumber(text: string): string {
  return tidy(text.replace(EXERCISE, '')) || text;
}

/** `Answer (https://…)` */
const LINK_BEHIND = /(?<=[?？؟]\s)\s*\S{1,20}(?: \S{1,20})? \(https?:\/\/[^\s()]*\)$/u;

/** Ends with a question mark of any script; quotes, pictures or a short bracket may follow it. */
export function endsAsQuestion(text: string): boolean {
  const words = withoutPictures(text.endsWith(')') ? text.replace(LINK_BEHIND, '') : text);
  return (
    /[?？؟՞⸮⁇⁈⁉‽]!*["'“”’»」』)\]`]*(?:\s*[([（][^()[\]（）]{1,40}[)\]）])?[.。]?$/u.test(words) ||
    GREEK_MARK.test(words)
  );
}

/** Whether a text asks by its words alone, wherever it is. */
export function asksOutright(text: string): boolean {
  const words = withoutNumber(text);
  return (
    endsAsQuestion(words) ||
    ((BEGINS_WITH_VERB.test(words) || ENDS_ASKING.test(words.replace(ASIDE, ''))) && !/[:：]$/.test(words))
  );
}

/** Whether it asks if its shape helps: it has a question further in, or begins as questions and tasks do. */
export function asksInShape(text: string): boolean {
  const words = withoutNumber(text);
  if (asksOutright(words)) return true;
  if (words.length > LONGEST || /[:：]$/.test(words)) return false;
  return (
    /[?？؟]["”»]?\s+\p{Lu}/u.test(words) ||
    ENDS_IN_SHAPE.test(words) ||
    (hasThreeWords(words) && (BEGINS_INTERROGATIVE.test(words) || BEGINS_WITH_TASK.test(words)))
  );
}

/** In scripts without spaces nothing shows it. */
function hasThreeWords(text: string): boolean {
  return text.split(' ').length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** Whether a line begins as a question does, with a large letter or a number in brackets before it. */
export function opensByAsking(text: string): boolean {
  const words = withoutNumber(text);
  return (
    (words !== text || /^["“„«¿\p{Lu}]/u.test(words)) &&
    (BEGINS_INTERROGATIVE.test(words) || BEGINS_WITH_VERB.test(words))
  );
}

/** "What to look at:" introduces what is below it and asks nothing. */
const LEADS_IN = /^(?:what|how|when|where|which|who|why)\b.*[:：]$/i;
const OPENERS = /^(?:imagine|suppose|design|share|you|your|a|an|if)\b/i;

/** A bold sentence that may be a prompt. */
function isSentence(text: string): boolean {
  const opens = OPENERS.test(text) || BEGINS_INTERROGATIVE.test(text) || BEGINS_WITH_VERB.test(text);
  return text.split(' ').length >= 3 && (opens || /[.!。]["”’)]*$/.test(text)) && !/[:：]$/.test(text);
}

/** Reads the runs of one paragraph, without its labels; null when they do not ask. */
export function askingOf(runs: Run[]): Asking | null {
  const { text, id } = takeId(plain(runs));
  const words = withoutNumber(text);
  if (words === '') return null;
  if (isQuestionNumbered(text) || id) return { text: words, id, strength: 'sure' };
  const filled = runs.filter((run) => withoutPictures(tidy(run.text)).replace(ASIDE, '') !== '');
  if (filled.length > 0 && filled.every((run) => run.style === 'strong')) {
    if (endsAsQuestion(text)) return { text: words, id, strength: 'sure' };
    if (LEADS_IN.test(words)) return null;
    return isSentence(words) ||
      asksOutright(words) ||
      (BEGINS_INTERROGATIVE.test(words) && words.includes(' '))
      ? { text: words, id, strength: 'bold' }
      : null;
  }
  // "**1) Loaves.** Which one do you fill first?"
  const [first] = filled;
  if (
    first?.style === 'strong' &&
    isNumbered(tidy(first.text)) &&
    text.length <= LONGEST &&
    asksInShape(text.slice(tidy(first.text).length).trim())
  )
    return { text: words, id, strength: 'sure' };
  return asksOutright(words) && !/[:：]$/.test(words) ? { text: words, id, strength: 'plain' } : null;
}
