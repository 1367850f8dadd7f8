import { asksOutright, endsAsQuestion, opensByAsking, withoutNumber } from './asking';
import type { Block, Span } from './blocks';
import type { GuideDraft } from './drafts';
import { BEGINS_WITH_TASK, BEGINS_WITH_VERB, TURNED_ROUND } from './language';
import type { Ledger } from './ledger';
import { shorten } from './parts';
import { tidy, written } from './runs';

/** A piece of the source that may ask. An item of a list may begin with a verb, as a step does. */
type Unit = Span & { text: string; of: 'heading' | 'text' | 'item' };

/**
 * Whatever asks in the source and is asked nowhere in the pack is doubted, however it was read: no mechanism that reads can lose a
 * question in silence.
 */
export function doubtUnasked(blocks: readonly Block[], guide: GuideDraft, ledger: Ledger): void {
  const known = new Set([...saidIn(guide), ...ledger.told].flatMap(sentencesIn).map(keyOf));
  const titles = new Set(guide.groups.map(({ title }) => keyOf(title)));
  for (const unit of unitsIn(toPanel(blocks))) {
    const fate = ledger.fateOf(unit.line);
    const asked = (fate === 'used' ? asWhole(unit) : anywhereIn(unit)).find(
      (text) => !isKnown(text, known) && !isWrapped(text, unit, known),
    );
    if (asked === undefined || ledger.isDoubted(unit)) continue;
    const names = titles.has(keyOf(unit.text));
    const [code, became] = names ? AS_COMPETENCY : BECAME[fate];
    ledger.doubt(
      unit,
      code,
      `"${shorten(tidy(asked))}" may be a question. ${became}`,
      names && unit.of === 'item' ? ['leave-out'] : ['question', 'leave-out'],
    );
  }
}

/** Without what is below a heading such as "Questions to ask us": the candidate asks that. */
function toPanel(blocks: readonly Block[]): Block[] {
  let within = Number.POSITIVE_INFINITY;
  return blocks.filter((block) => {
    if (block.kind === 'heading' && block.depth <= within)
      within = TURNED_ROUND.test(block.title) ? block.depth : Number.POSITIVE_INFINITY;
    return within === Number.POSITIVE_INFINITY;
  });
}

const AS_COMPETENCY = ['asks-as-competency', 'It is read as a competency.'] as const;
const BECAME = {
  used: ['asks-within-answer', 'It is read as a part of what is around it.'],
  note: ['asks-as-note', 'It is kept as a note.'],
  'left-out': ['asks-left-out', 'It is left out.'],
} as const;

/** What is for the panel alone. */
const KEPT = { answer: null, notes: [], group: null };

/** Everything that is asked, or that an answer is held against, or that its author gave a meaning. */
function saidIn({ questions, exercises, groups, brief }: GuideDraft): string[] {
  const words = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.values(value).flatMap(words);
  };
  return words([
    questions.map(({ competency, ...question }) => [{ ...question, ...KEPT }, competency?.text]),
    exercises.map((exercise) => ({ ...exercise, ...KEPT })),
    groups.map(({ definition }) => definition),
    brief,
  ]);
}

/** The sentences of a text, also where a line or a colon ends one. */
function sentencesIn(text: string): string[] {
  return text.match(/[^.。!?？؟;；:：\n]+[.。!?？؟;；:：]*["”’»」)]*/gu) ?? [];
}

const keyOf = (text: string) =>
  withoutNumber(text.trim())
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
/** `[Senior]` or `(2 min)` before a question is no part of its prompt. */
function isKnown(text: string, known: ReadonlySet<string>): boolean {
  const sentences = sentencesIn(text.replace(/^[\s"“]*[([][^)\]]{1,30}[)\]]/u, ''));
  const asking = sentences.filter(endsAsQuestion);
  const keys = (asking.length > 0 ? asking : sentences).map(keyOf).filter((key) => key !== '');
  return (
    keys.length === 0 ||
    (asking.length > 0 ? keys.every((key) => known.has(key)) : keys.some((key) => known.has(key)))
  );
}

/** The first line of a sentence on several that is asked. */
function isWrapped(text: string, unit: Unit, known: ReadonlySet<string>): boolean {
  return !/[.。!?？؟]["”’»」)]*\s*$/u.test(text) && isKnown(tidy(unit.text), known);
}

/** In an answer, people ask themselves things in passing: only what asks as a whole, first or on its own line may be another question. */
function asWhole({ text, of }: Unit): string[] {
  const whole = tidy(text.replaceAll('|', ' '));
  const sentences = sentencesIn(whole);
  const end = sentences.findIndex((sentence) => !endsAsQuestion(sentence));
  const first = end < 0 ? sentences : sentences.slice(0, end);
  if (whole.length <= LONGEST && first[0] !== undefined && opensByAsking(first[0])) return first;
  const asks = of === 'text' ? asksOutright(whole) : endsAsQuestion(whole);
  return [...askedLines(text), ...(asks && whole.length <= LONGEST ? [whole] : [])];
}

/** Lines that ask, among others that may not. */
function askedLines(text: string): string[] {
  const lines = text.split('\n');
  return lines.length > 1 ? lines.filter((line) => opensByAsking(line) && asksOutright(line)) : [];
}

function anywhereIn({ text }: Unit): string[] {
  const whole = tidy(text);
  const task = whole.replace(/[:：]$/, '');
  const all = asksOutright(task) || (task !== whole && BEGINS_WITH_TASK.test(withoutNumber(task)));
  return [
    ...sentencesIn(whole).filter(
      (sentence) => endsAsQuestion(sentence) || BEGINS_WITH_VERB.test(sentence.trim()),
    ),
    ...askedLines(text),
    ...(all ? [whole] : []),
  ];
}

/** Characters of a text in an answer that may be another question. */
const LONGEST = 300;

function* unitsIn(blocks: readonly Block[], inList = false): Generator<Unit> {
  for (const block of blocks) {
    const { line, end } = block;
    if (block.kind === 'heading') yield { line, end: line, text: block.title, of: 'heading' };
    else if (block.kind === 'text')
      yield { line, end, text: written(block.runs), of: inList ? 'item' : 'text' };
    else if (block.kind === 'table')
      for (const row of block.rows)
        for (const cell of row.cells) yield { line: row.line, end: row.end, text: written(cell), of: 'item' };
    else if (block.kind === 'list')
      for (const item of block.items) {
        yield { line: item.line, end: item.line, text: written(item.runs), of: 'item' };
        yield* unitsIn(item.blocks, true);
      }
  }
}
