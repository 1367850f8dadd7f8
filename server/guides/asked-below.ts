import { asksInShape, asksOutright, endsAsQuestion } from './asking';
import type { Block, BlockOf } from './blocks';
import { leaveOut, type Rewriting } from './fixes';
import { ENDS_ASKING } from './language';
import type { OpenItem } from './open-item';
import { isOptions } from './options';
import { plain } from './runs';

type List = BlockOf<'list'>;

/** What a panel asks itself about an answer: "Do they plan?" */
const ABOUT_THEM =
  /^(?:do|does|did|is|are|was|were|can|could|has|have|had|will|would)\s+(?:they|their|he|she|(?:the|this) (?:candidate|answer|person|interviewee|applicant))\b|\b(?:this person|candidate|interviewee|applicant|kandidat|bewerber|candidat)|кандидат|候选人|候選人|候補者|지원자/iu;
export const TO_YOU = /\b(?:you|your|sie|ihre?n?|du|vous|votre|usted|você|вы|ваш\p{L}*)\b|[你您]|あなた/iu;

export function asksAboutThem(text: string): boolean {
  return ABOUT_THEM.test(text) && !TO_YOU.test(text);
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

/** Follow-ups of a question. */
const MOST = 12;

/** Whether a list asks the candidate: nearly all of its items do, and none asks about the candidate. */
export function asksOn(list: List, above = ''): boolean {
  const texts = list.items.map(({ runs }) => plain(runs));
  if (texts.length > MOST || isOptions(list) || texts.some((text) => ABOUT_THEM.test(text))) return false;
  const asking = texts.filter(asksOutright).length;
  // The steps of an answer begin with verbs as well.
  if (texts.filter((text) => endsAsQuestion(text) || ENDS_ASKING.test(text)).length * 2 < asking)
    return false;
  const [only = ''] = texts;
  const isTranslated = above !== '' && CJK.test(only) !== CJK.test(above);
  return texts.length > 1
    ? asking * 4 >= texts.length * 3
    : asking === 1 && (TO_YOU.test(only) || isTranslated);
}

/** The list of questions below a question that only names their topic; otherwise null. */
export function listOfTopic({ kind, text, id, blocks }: OpenItem): List | null {
  const [list] = blocks;
  if (kind !== 'question' || id !== null || list?.kind !== 'list' || asksInShape(text)) return null;
  const isWhole = blocks.every((block: Block) => block.kind === 'list' || block.kind === 'rule');
  return isWhole && text.split(' ').length <= 8 && !/[.!?。]$/.test(text) && asksOn(list) ? list : null;
}

/** What a list of questions below another may be besides follow-ups: its key points, or questions beside it. */
export function otherMeanings(list: List, { list: around, end, byHeading }: OpenItem): Rewriting[] {
  const { line, items } = list;
  const isNumbered = around?.kind === 'list' && around.ordered && list.end <= end;
  const lines = new Set(items.map((item) => item.line));
  const asked = (text: string) =>
    text
      .split('\n')
      .map((written, at) => (lines.has(line + at) ? written.replace(ITEM, mark) : written))
      .join('\n');
  // Below a heading, only a line of its own is another question.
  const mark = (_: string, bullet: string, words: string) =>
    byHeading ? `\n**Q: ${words}**\n` : `${isNumbered ? '1.' : bullet} Q: ${words}`;
  return [pointsOf(list), { kind: 'question', span: list, write: asked }, leaveOut(list)];
}

const ITEM = /^\s*([-*+•]|\d{1,9}[.)])\s+(.*)$/;

/** The list as the key points of the question above it, inside whose item it may be. */
export function pointsOf({ line }: List): Rewriting {
  const write = (text: string) => `\n${/^\s*/.exec(text)?.[0] ?? ''}**Answer:**\n\n${text}`;
  return { kind: 'answer', span: { line, end: line }, write };
}
