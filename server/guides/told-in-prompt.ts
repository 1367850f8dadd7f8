import { asksAboutThem, TO_YOU } from './asked-below';
import { asksInShape, asksOutright, endsAsQuestion } from './asking';
import type { Rewriting } from './fixes';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import { shorten } from './parts';

/** Warns about a prompt that goes on telling behind its question: the candidate may be reading the answer. */
export function doubtPrompt({ line, id, list }: OpenItem, prompt: string, ledger: Ledger): void {
  if (id === null && asksAboutThem(prompt))
    ledger.doubt(
      { line, end: line },
      'about-the-candidate',
      `"${shorten(prompt)}" asks about the candidate. They are asked it as it is.`,
      ['leave-out'],
    );
  const told = toldIn(prompt, list !== null);
  if (told === null || id !== null) return;
  const write = (text: string) => {
    const at = text.lastIndexOf(told.split(' ', 3).join(' '));
    const indent = /^\s*(?:[-*+•]|\d{1,9}[.)])\s+/.exec(text)?.[0].replace(/\S/g, ' ') ?? '';
    return at <= 0 ? text : `${text.slice(0, at).trimEnd()}\n\n${indent}**Answer:** ${text.slice(at)}`;
  };
  const fix: Rewriting = { kind: 'answer', span: { line, end: line }, write };
  ledger.doubt(
    { line, end: line },
    'told-in-prompt',
    `The candidate reads "${shorten(told)}" in the question. It may be the answer.`,
    [fix],
  );
}

/** What a prompt tells after it has asked, or in a bracket, or instead of asking as those beside it in a list do. */
function toldIn(prompt: string, inList: boolean): string | null {
  const bracket = /[([（]([^()[\]（）]+)[)\]）][.。]?$/u.exec(prompt);
  if (bracket?.[1] && tells(bracket[1]) && !EXAMPLE.test(bracket[1])) return bracket[1];
  const pointed = /\s(?:→|⇒|->|=>)\s+(\S.*)$/u.exec(prompt)?.[1];
  if (pointed && tells(pointed)) return pointed;
  const words = bracket ? prompt.slice(0, bracket.index).trim() : prompt;
  const ends = [...words.matchAll(ENDS)].map(({ index, 0: mark }) => ({ at: index + mark.length, mark }));
  const asked = ends.findLast(({ mark }) => /[?？؟]/u.test(mark));
  const [first] = ends;
  const end = asked ?? (first && asksOutright(words.slice(0, first.at)) ? first : null);
  const isTold =
    inList && /[.。]$/u.test(words) && words.split(/[:：\n]/).every((part) => !asksInShape(part.trim()));
  if (!end) return isTold && tells(words) && !TO_YOU.test(words) ? words : null;
  const rest = words.slice(end.at).trim();
  return tells(rest) && !TO_YOU.test(rest) ? rest : null;
}

const ENDS = /[.。!?？؟]["”’»」)\]:：]*(?:\s+|$)|[。？]/gu;
const EXAMPLE =
  /^(?:e\.?g|i\.?e|z\.\s?B|p\.\s?ex|por ej|напр|for example|for instance|such as|like|including|or|and|if|optional)\b/iu;

/** A sentence that neither asks nor sets a task. */
function tells(text: string): boolean {
  const isLong =
    text.split(' ').length >= 4 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{8}/u.test(text);
  return isLong && !asksInShape(text) && !endsAsQuestion(text);
}
