import { plain, type Run, tidy } from './runs';

/**
 * A line that asks. `sure`: numbered as a question, bold with a question mark, or with an explicit id.
 * `likely`: a bold sentence; `maybe`: a plain one with a question mark: these ask only if a list follows.
 */
export type Prompt = { text: string; id: string | null; strength: 'sure' | 'likely' | 'maybe' };

const WORDS = 'questions?|q|frage|pregunta|pergunta|domanda|вопрос|в|質問|问题|問題|问|問|질문|سؤال|س';
const QUESTION_NUMBER = new RegExp(
  `^(?:${WORDS})\\s*#?\\s*(?:\\d{1,3}(?:\\.\\d+)?\\s*[:.)：、–—-]|[:：])\\s*`,
  'iu',
);
const NUMBER = /^\d{1,3}(?:\.\d{1,3})*\s*[.):、]\s*/;
const EXERCISE =
  /^(?:(?:coding|code|practical)\s+)?(?:exercise|kata|challenge|übung|ejercicio|exercice|упражнение|练习|演習)\s*(?:#?\s*\d{1,3})?\s*(?:[:.)：–—-]\s*|$)/iu;
const OPENERS =
  /^(?:how|what|why|when|where|which|who|tell|describe|explain|walk|talk|give|imagine|suppose|design|share|you|your|a|an|if|can|could|would|do|did|have|is|are)\b/i;

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
  return endsAsQuestion(text) ? { text: words, id, strength: 'maybe' } : null;
}

export function opensAsPrompt(text: string): boolean {
  return isSentence(text) && !/^how to\b/i.test(text);
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
