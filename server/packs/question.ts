import type { GroupDraft, QuestionDraft, Report } from './drafts';
import type { FoundItem } from './items';
import { type Label, labelOf } from './labels';
import { anchorsOf, followUpsOf, type Part, secondsOf, shorten, textsOf, toNotes, wordsOf } from './parts';
import { type Item, isBoldLine, type ListPiece, type Piece, runsToPieces } from './pieces';
import { pieceText, toStatement } from './points';

type Parts = Partial<Record<Label, Part>>;

/** Reads a found question; reports it and returns null when it has no key points. */
export function readQuestion(found: FoundItem, group: GroupDraft, report: Report): QuestionDraft | null {
  const parts = toParts(found.pieces);
  const points = (parts.points?.pieces ?? []).flatMap((piece) => (piece.kind === 'list' ? piece.items : []));
  if (points.length === 0) {
    report({
      line: found.line,
      code: 'question-without-points',
      message: `The question "${shorten(found.text)}" has no key points.`,
      hint: 'Write below it, one list item each, what a good answer covers: "- Key point. _Context: why it matters._"',
    });
    return null;
  }
  const why = parts.why ? wordsOf(parts.why) : '';
  return {
    line: found.line,
    explicitId: found.id,
    group,
    prompt: found.text,
    why: why === '' ? null : why,
    points: points.map((item) => toStatement(item)),
    followUps: parts.followUps ? followUpsOf(parts.followUps) : [],
    weakAnswers: parts.weakAnswers ? textsOf(parts.weakAnswers) : [],
    anchors: parts.anchors ? anchorsOf(parts.anchors, report) : null,
    level: (parts.level && wordsOf(parts.level)) || null,
    targetSeconds: parts.target ? secondsOf(parts.target, report) : null,
    behavioural: parts.behavioural !== undefined && !/^(?:no|false)\b/i.test(wordsOf(parts.behavioural)),
    notes: toNotes(parts.notes?.pieces ?? []),
  };
}

const SHORT: readonly Label[] = ['target', 'level', 'behavioural', 'competency'];
const WITHIN_POINTS: readonly Label[] = [
  'why',
  'followUps',
  'weakAnswers',
  'anchors',
  'target',
  'level',
  'behavioural',
];
const KNOWN: readonly Label[] = [...WITHIN_POINTS, 'points', 'notes'];

/** Sorts a question's pieces by their labels. Without a label, lists are key points and prose is a note. */
function toParts(pieces: Piece[]): Parts {
  const parts: Parts = {};
  const put = (label: Label, line: number, ...added: Piece[]) => {
    const part = parts[label] ?? { line, pieces: [] };
    part.pieces.push(...added);
    parts[label] = part;
  };
  // Bold words above the first of them are headings of key points, and so are those above the next.
  const grouped = pieces.find((piece) => piece.kind === 'list' || isBoldLine(piece))?.kind === 'text';
  let open: Label | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'label') {
      open = asQuestionLabel(piece.label);
      put(open, piece.line, ...(open === 'notes' ? [piece] : []));
      continue;
    }
    if (piece.kind === 'list' && takesPoints(open, parts)) {
      const { points, labelled } = sortItems(piece);
      if (points.items.length > 0) put('points', piece.line, points);
      for (const part of labelled) put(part.label, part.line, ...part.pieces);
      open = null;
      continue;
    }
    // "Sample phrasing:" after the key points, or after a labelled list: the list below it is neither's.
    const leadsIn = /[:：]$/.test(pieceText(piece)) || (!grouped && isBoldLine(piece));
    if (piece.kind === 'text' && parts.points && isOver(open, parts) && leadsIn) open = 'notes';
    // Code is nobody's list.
    put(open && open !== 'points' && piece.kind !== 'code' ? open : 'notes', piece.line, piece);
    if (open && SHORT.includes(open)) open = null;
  }
  return parts;
}

/** Whether nothing is waited for: no label is open, or its list has come. */
function isOver(open: Label | null, parts: Parts): boolean {
  return open === null || parts[open]?.pieces.some(({ kind }) => kind === 'list') === true;
}

const OWN_LISTS: readonly Label[] = ['followUps', 'weakAnswers', 'anchors'];

function takesPoints(open: Label | null, parts: Parts): boolean {
  return open === null || open === 'points' || (!parts.points && !OWN_LISTS.includes(open));
}

function asQuestionLabel(label: Label): Label {
  if (label === 'reasons') return 'why';
  return KNOWN.includes(label) ? label : 'notes';
}

/** An item such as `- **Follow-ups:**` among the key points is a labelled part, and no point. */
function sortItems(list: ListPiece): { points: ListPiece; labelled: (Part & { label: Label })[] } {
  const points: Item[] = [];
  const labelled: (Part & { label: Label })[] = [];
  for (const item of list.items) {
    const [first, ...rest] = item.runs[0]?.style === 'strong' ? runsToPieces(item.runs, item.line) : [];
    if (first?.kind === 'label' && labelOf(first.title) && WITHIN_POINTS.includes(first.label)) {
      labelled.push({ label: first.label, line: item.line, pieces: [...rest, ...item.pieces] });
    } else points.push(item);
  }
  return { points: { ...list, items: points }, labelled };
}
