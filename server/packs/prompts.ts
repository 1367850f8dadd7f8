import { plain, type Run, tidy } from './runs';

/**
 * A line that asks. `sure`: numbered as a question, bold with a question mark, or with an explicit id.
 * `likely`: a bold sentence; `maybe`: a plain one with a question mark: these ask only if a list follows.
 */
export type Prompt = { text: string; id: string | null; strength: 'sure' | 'likely' | 'maybe' };

const WORDS =
  'questions?|q|frage|vraag|fråga|pregunta|pergunta|domanda|pytanie|otázka|soru|вопрос|в|(?:за)?питання|質問|问题|問題|问|問|질문|(?:ال)?سؤال|س|שאלה';
/** Of any script; 一, 二, 三 too. */
const DIGITS = '(?:\\p{Nd}{1,3}[a-z]?|[一二三四五六七八九十]{1,3})';
const SPELLED = 'one|two|three|four|five|six|seven|eight|nine|ten';
const INTERROGATIVE = 'how|what|why|when|where|which|who|tell|describe|explain|walk|talk|give';
const QUESTION_NUMBER = new RegExp(
  `^[([]?(?:${WORDS})\\s*[#№]?\\s*(?:(?:${DIGITS}|${SPELLED})(?:\\.\\p{Nd}+)?(?:\\s*(?:[:.)\\]：．）、]|[–—-](?!\\s*\\p{Nd}))|\\s+(?=(?:${INTERROGATIVE})\\s))|[:：]|(?<=^q)\\.(?=\\s))\\s*`,
  'iu',
);
/** `1.`, `(2)`, `3a)`, `四、`; and `1.2` without a mark behind it. */
const NUMBER = new RegExp(
  `^(?:\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})+\\s+(?=\\p{L})|[(（]?${DIGITS}(?:\\.\\p{Nd}{1,3})*\\s*[.):：．）、]\\s*)`,
  'u',
);
const EXERCISE =
  /^(?:(?:coding|code|practical)\s+)?(?:exercise|kata|challenge|übung|aufgabe|ejercicio|esercizio|exercice|упражнение|задание|завдання|练习|演習|練習|연습)\s*(?:[#№]?\s*\p{Nd}{1,3})?\s*(?:[:.)：–—-]\s*|$)/iu;
const OPENERS = new RegExp(
  `^(?:${INTERROGATIVE}|imagine|suppose|design|share|you|your|a|an|if|can|could|would|do|did|have|is|are)\\b`,
  'i',
);
/**
 * Asks without a question mark. Fewer words than a prompt may open with: a list of steps is no list of questions, and
 * what is to be told to the candidate is no question.
 */
const ASKS =
  /^["“„«]?(?:tell (?:me|us)|(?:describe|explain)\b(?!.* to (?:the |your )?(?:candidate|interviewee)s?\b)|walk (?:me|us)|talk (?:me|us)|give (?:me|us) an example)\b/i;

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

/** Without `Q1:`, `Question 1.` or `1.` at its start. */
export function withoutNumber(text: string): string {
  return tidy(text.replace(QUESTION_NUMBER, '').replace(NUMBER, ''));
}

export function isExerciseTitle(text: string): boolean {
  return EXERCISE.test(text);
}

export function withoutExerciseNumber(text: string): string {
  return tidy(text.replace(EXERCISE, '')) || text;
}

export function endsAsQuestion(text: string): boolean {
  return /[?？؟՞]["”’)\]]*$/u.test(text);
}

/** Whether a text asks of itself, wherever it stands. */
export function asksOutright(text: string): boolean {
  const words = withoutNumber(text);
  return endsAsQuestion(words) || ASKS.test(words);
}

/** Whether a line begins as a question does, with a large letter or a number in brackets before it. */
export function opensByAsking(text: string): boolean {
  const words = withoutNumber(text);
  return (
    (words !== text || /^\p{Lu}/u.test(words)) && new RegExp(`^(?:${INTERROGATIVE})\\b`, 'i').test(words)
  );
}

function isSentence(text: string): boolean {
  const words = text.split(' ').length;
  return words >= 3 && (OPENERS.test(text) || /[.!]["”’)]*$/.test(text)) && !/[:：]$/.test(text);
}

/** Reads runs (of one paragraph, without its labels) as a prompt; null when they do not ask. */
export function toPrompt(runs: Run[]): Prompt | null {
  const { text, id } = takeId(plain(runs));
  const words = withoutNumber(text);
  if (words === '') return null;
  if (isQuestionNumbered(text) || id) return { text: words, id, strength: 'sure' };
  const filled = runs.filter((run) => tidy(run.text) !== '');
  if (filled.length > 0 && filled.every((run) => run.style === 'strong')) {
    if (endsAsQuestion(text)) return { text: words, id, strength: 'sure' };
    return isSentence(words) ? { text: words, id, strength: 'likely' } : null;
  }
  return asksOutright(words) && !/[:：]$/.test(words) ? { text: words, id, strength: 'maybe' } : null;
}

export function opensAsPrompt(text: string): boolean {
  return isSentence(text) && !/^how to\b/i.test(text);
}

const CONTENTS =
  /^(?:table of )?contents$|^toc$|^содержание$|^оглавление$|^inhalt(?:sverzeichnis)?$|^sommaire$|^table des matières$|^índice$|^目次$|^目录$/i;

export function isContentsTitle(title: string): boolean {
  return CONTENTS.test(title);
}

const PART =
  /^(?:part|section|chapter|teil|parte|partie|часть|раздел)\s+(?:\d{1,3}|[ivx]+|one|two|three|four)\b\s*[:.)–—-]?\s*/iu;

export function isPartTitle(title: string): boolean {
  return PART.test(title);
}

/** Without `Part 1:`, `2.` or `Competency:` before it. */
export function tidyGroupTitle(title: string): string {
  const text = title.replace(PART, '').replace(/^(?:competency|topic|group)\s*\d*\s*[:–—-]\s*/i, '');
  return withoutNumber(text) || tidy(title);
}
