import type { ExerciseDraft, GroupDraft, Report } from './drafts';
import type { FoundItem } from './items';
import type { Label } from './labels';
import {
  anchorsOf,
  followUpsOf,
  itemsOf,
  type Part,
  secondsOf,
  shorten,
  textsOf,
  toNotes,
  wordsOf,
} from './parts';
import type { Item, Piece } from './pieces';
import { type IssueMark, type Statement, takeIssueMark, toStatement } from './points';
import { withoutExerciseNumber } from './prompts';

type Parts = Partial<Record<Label, Part>>;

/** Reads a found exercise; reports what it lacks and returns null when it has no code or no issues. */
export function readExercise(
  found: FoundItem,
  group: GroupDraft | null,
  report: Report,
): ExerciseDraft | null {
  const parts = toParts(found.pieces);
  const title = withoutExerciseNumber(found.text);
  const original = codeOf(parts.original);
  const issues = itemsOf(parts.issues ?? { line: found.line, pieces: [] });
  if (!original)
    report(
      lacks(found, 'original', 'original code', 'Write **Original Code:** and a fenced block below it.'),
    );
  if (issues.length === 0)
    report(lacks(found, 'issues', 'issues', 'Write **Issues:** and a list of what is wrong with the code.'));
  if (!original || issues.length === 0) return null;
  const length = original.value.split('\n').length;
  const task = parts.task ? wordsOf(parts.task) : '';
  return {
    line: found.line,
    explicitId: found.id,
    group,
    competency: parts.competency ? { text: wordsOf(parts.competency), line: parts.competency.line } : null,
    title,
    prompt: task === '' ? title : task,
    language: original.language,
    original: original.value,
    points: issues.map((item) => readIssue(item, length, report)),
    improved: codeOf(parts.improved)?.value ?? null,
    reasons: itemsOf(parts.reasons ?? { line: found.line, pieces: [] }).map((item) => toStatement(item)),
    hints: parts.hints ? textsOf(parts.hints) : [],
    followUps: parts.followUps ? followUpsOf(parts.followUps) : [],
    anchors: parts.anchors ? anchorsOf(parts.anchors, report) : null,
    level: (parts.level && wordsOf(parts.level)) || null,
    targetSeconds: parts.target ? secondsOf(parts.target, report) : null,
    notes: toNotes(parts.notes?.pieces ?? []),
  };
}

function lacks(found: FoundItem, what: string, words: string, hint: string) {
  const message = `The exercise "${shorten(found.text)}" has no ${words}.`;
  return { line: found.line, code: `exercise-without-${what}`, message, hint };
}

function codeOf(part: Part | undefined): { value: string; language: string | null } | null {
  const blocks = (part?.pieces ?? []).flatMap((piece) => (piece.kind === 'code' ? [piece] : []));
  const value = blocks.map((block) => block.value).join('\n\n');
  return value.trim() === '' ? null : { value, language: blocks[0]?.language ?? null };
}

function readIssue(item: Item, length: number, report: Report): Statement & IssueMark {
  const { mark, runs } = takeIssueMark(item.runs);
  if (mark?.lines.some((line) => line < 1 || line > length)) {
    report({
      line: item.line,
      code: 'bad-lines',
      message: `The issue names lines that the original code does not have (it has ${length}).`,
      hint: 'Count the lines of the original code from 1, such as [high, lines 3-5].',
    });
  }
  return { ...toStatement({ ...item, runs }), severity: mark?.severity ?? null, lines: mark?.lines ?? [] };
}

const SHORT: readonly Label[] = ['target', 'level', 'competency'];

/** Sorts an exercise's pieces by their labels; unlabelled code and lists go by their order. */
function toParts(pieces: Piece[]): Parts {
  const parts: Parts = {};
  let open: Label | null = null;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'label') {
      open = asExerciseLabel(piece.label);
      parts[open] ??= { line: piece.line, pieces: [] };
      if (open === 'notes') parts.notes?.pieces.push(piece);
      continue;
    }
    const label: Label = placeOf(piece, open, parts, pieces.slice(at + 1));
    const part = parts[label] ?? { line: piece.line, pieces: [] };
    part.pieces.push(piece);
    parts[label] = part;
    if (open && SHORT.includes(open)) open = null;
  }
  return parts;
}

function asExerciseLabel(label: Label): Label {
  if (label === 'why') return 'reasons';
  return label === 'points' || label === 'weakAnswers' || label === 'behavioural' ? 'notes' : label;
}

/** `below`: what follows. Code is not taken for what has a label further down. */
function placeOf(
  piece: Exclude<Piece, { kind: 'label' }>,
  open: Label | null,
  parts: Parts,
  below: Piece[],
): Label {
  const has = (label: Label) => (parts[label]?.pieces.length ?? 0) > 0;
  const inOrder = has('original') ? 'improved' : 'original';
  switch (piece.kind) {
    case 'code':
      if (open === 'original' || open === 'improved' || open === 'notes') return open;
      return below.some((next) => next.kind === 'label' && next.label === inOrder) ? 'notes' : inOrder;
    case 'list':
      if (open && open !== 'original' && open !== 'improved') return open;
      if (!has('original')) return 'notes';
      return has('issues') ? 'reasons' : 'issues';
    case 'text':
      if (open && open !== 'original' && open !== 'improved' && open !== 'issues') return open;
      return has('original') || open ? 'notes' : 'task';
  }
}
