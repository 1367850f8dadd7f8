import { PACK_LIMITS } from '../protocol/pack';
import { withoutExerciseNumber } from './asking';
import type { Block, Item } from './blocks';
import type { ExerciseDraft, GroupDraft } from './drafts';
import { type Rewriting, tooMany } from './fixes';
import { type Label, labelOf } from './labels';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import {
  anchorsOf,
  followUpsOf,
  inPieces,
  itemsOf,
  listOf,
  type Part,
  type Parts,
  samplesOf,
  secondsOf,
  shorten,
  textsOf,
  toNotes,
  unreadOf,
  wordsOf,
} from './parts';
import { type IssueMark, type Statement, takeIssueMark, toStatement, withLines } from './points';
import { plain } from './runs';

/** Seconds. */
const TARGET = { most: 7_200, usual: '10:00' };

/** Reads a found exercise. Without code, the candidate writes on a blank page. */
export function readExercise(found: OpenItem, group: GroupDraft | null, ledger: Ledger): ExerciseDraft {
  ledger.use(found);
  const { parts, samples } = toParts(found.blocks, ledger);
  const title = withoutExerciseNumber(found.text);
  const original = codeOf(parts.original);
  const length = original ? original.value.split('\n').length : 0;
  const [issues, reasons] = [itemsOf(parts.issues), itemsOf(parts.reasons)];
  const more = [issues, reasons].flatMap((items) => {
    const others = items.slice(PACK_LIMITS.points);
    const what = items === issues ? 'issues' : 'reasons';
    if (others.length > 0)
      ledger.doubt(
        found,
        'many-points',
        `An exercise can have ${PACK_LIMITS.points} ${what}. The other ${others.length} are kept as notes.`,
        tooMany(others),
      );
    return others;
  });
  if (!original && !parts.original?.blocks.some(({ kind }) => kind === 'code'))
    ledger.doubt(
      found,
      'exercise-without-original',
      `The exercise "${shorten(found.text)}" has no original code: the candidate begins on a blank page. Write **Original Code:** and a fenced block to give some.`,
      [withBlankPage(found), 'question'],
    );
  const points = issues.slice(0, PACK_LIMITS.points).map((item) => readIssue(item, length, ledger));
  const checks = {
    shown: codeOf(parts.checksShown)?.value ?? null,
    hidden: codeOf(parts.checksHidden)?.value ?? null,
    data: codeOf(parts.data)?.value ?? null,
  };
  const { competency } = parts;
  const level = wordsOf(parts.level) ?? found.level;
  const anchors = anchorsOf(parts.anchors, ledger);
  const target = secondsOf(parts.target, TARGET, ledger);
  return {
    line: found.line,
    end: found.end,
    explicitId: found.id,
    group,
    competency: competency
      ? {
          text: wordsOf(competency) ?? '',
          line: competency.line,
          end: competency.blocks.at(-1)?.end ?? competency.end,
        }
      : null,
    title,
    prompt: wordsOf(parts.task) ?? title,
    language: original?.language ?? codeOf(parts.improved)?.language ?? null,
    original: original?.value ?? '',
    points,
    improved: codeOf(parts.improved)?.value ?? null,
    reasons: reasons.slice(0, PACK_LIMITS.points).map((item) => toStatement(item)),
    hints: textsOf(parts.hints),
    followUps: followUpsOf(parts.followUps),
    anchors,
    samples: samplesOf(samples, points.length, ledger),
    level: level && level.length <= 40 ? level : null,
    targetSeconds: target,
    tags: listOf(parts.tags),
    notWith: listOf(parts.notWith),
    afterHint: wordsOf(parts.afterHint),
    checks: checks.shown || checks.hidden || checks.data ? checks : null,
    notes: [
      ...toNotes(parts.notes?.blocks ?? []),
      ...more.map((item) => plain(item.runs)),
      ...unreadOf(parts, { anchors, target, level }).flatMap(inPieces),
    ],
  };
}

function codeOf(part: Part | undefined): { value: string; language: string | null } | null {
  const blocks = (part?.blocks ?? []).flatMap((block) => (block.kind === 'code' ? [block] : []));
  const value = blocks.map((block) => block.value).join('\n\n');
  return value.trim() === '' ? null : { value, language: blocks[0]?.language ?? null };
}

/** An empty fence says that the blank page is meant. */
function withBlankPage({ end, blocks }: OpenItem): Rewriting {
  const last = Math.max(end, ...blocks.map((block) => block.end));
  const write = (text: string) => `${text}\n\n**Original Code:**\n\n\`\`\`\n\`\`\`\n`;
  return { kind: 'blank-page', span: { line: last, end: last }, write };
}

function readIssue(item: Item, length: number, ledger: Ledger): Statement & IssueMark {
  const { mark, runs } = takeIssueMark(item.runs);
  const lines = mark?.lines ?? [];
  const known = lines.filter((line) => line >= 1 && line <= length).slice(0, 80);
  if (known.length < lines.length) {
    const message = `The issue "${shorten(toStatement({ ...item, runs }).text)}" names lines that the original code does not have (it has ${length}). They are left out.`;
    ledger.doubt(item, 'bad-lines', message, [
      { kind: 'lines', span: { line: item.line, end: item.line }, write: (text) => withLines(text, known) },
    ]);
  }
  return { ...toStatement({ ...item, runs }), severity: mark?.severity ?? null, lines: known };
}

const SHORT: readonly Label[] = ['target', 'level', 'competency', 'tags', 'notWith'];
const NONE: readonly Label[] = [
  'within',
  'points',
  'weakAnswers',
  'behavioural',
  'classic',
  'facts',
  'milestones',
  'question',
  'is',
  'isNot',
  'signs',
  'contaminants',
];
const CODES: readonly Label[] = [
  'original',
  'improved',
  'notes',
  'checksShown',
  'checksHidden',
  'data',
  'sample',
];

/** Sorts an exercise's blocks by their labels; unlabelled code and lists go by their order. */
function toParts(blocks: Block[], ledger: Ledger): { parts: Parts; samples: Part[] } {
  const parts: Parts = {};
  const samples: Part[] = [];
  let open: Label | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'rule') {
      ledger.leaveOut(block, block.reason);
      continue;
    }
    ledger.use(block);
    if (block.kind === 'label') {
      open = asExerciseLabel(block.label);
      if (open === 'sample') samples.push({ ...block, blocks: [] });
      else parts[open] ??= { ...block, blocks: [] };
      if (open === 'notes' && labelOf(block.title) !== 'notes') parts.notes?.blocks.push(block);
      continue;
    }
    const label: Label = placeOf(block, open, parts, blocks.slice(at + 1));
    if (label === 'notes') ledger.note(block);
    const last = samples.at(-1);
    if (label === 'sample' && last) last.blocks.push(block);
    else {
      const part: Part = parts[label] ?? { line: block.line, end: block.end, title: '', blocks: [] };
      part.blocks.push(block);
      parts[label] = part;
    }
    if (open && SHORT.includes(open)) open = null;
  }
  return { parts, samples };
}

function asExerciseLabel(label: Label): Label {
  if (label === 'why') return 'reasons';
  return NONE.includes(label) ? 'notes' : label;
}

/** `below`: what follows. Code here is not read as a part that has a label further down. */
function placeOf(block: Block, open: Label | null, parts: Parts, below: Block[]): Label {
  const has = (label: Label) => (parts[label]?.blocks.length ?? 0) > 0;
  const inOrder = has('original') ? 'improved' : 'original';
  if (block.kind === 'code') {
    if (open && CODES.includes(open)) return open;
    return below.some((next) => next.kind === 'label' && next.label === inOrder) ? 'notes' : inOrder;
  }
  if (block.kind === 'list') {
    if (open && open !== 'original' && open !== 'improved') return open;
    if (!has('original')) return 'notes';
    return has('issues') ? 'reasons' : 'issues';
  }
  if (open && open !== 'original' && open !== 'improved' && open !== 'issues') return open;
  return has('original') || open ? 'notes' : 'task';
}
