import type { Item, ListPiece, Piece } from './pieces';
import {
  asksOutright,
  endsAsQuestion,
  isExerciseTitle,
  isQuestionNumbered,
  takeId,
  toPrompt,
} from './prompts';
import { plain } from './runs';

/** A question or an exercise as it was found: its title or prompt, and the pieces that belong to it. */
export type FoundItem = {
  kind: 'question' | 'exercise';
  line: number;
  text: string;
  id: string | null;
  /** A heading holds all that stands below it: only a number or an id makes another question there. */
  byHeading: boolean;
  /** Of the item of a numbered list that it was; null when it was none. */
  number: string | null;
  pieces: Piece[];
};

/** Cuts the pieces below a heading into its items (the first of which may be the heading), and what precedes them. */
export function splitItems(pieces: Piece[], heading?: FoundItem): { preface: Piece[]; items: FoundItem[] } {
  const preface: Piece[] = [];
  const items: FoundItem[] = heading ? [heading] : [];
  const strict = pieces.some((piece, index) => asksFirmly(piece, pieces.slice(index + 1, index + 3)));
  let label = false;
  for (const [index, piece] of pieces.entries()) {
    const open = items[items.length - 1] ?? null;
    // Straight below the key points of one it is the next, however the others are written.
    const follows = open?.pieces.some((above) => above.kind === 'list') === true;
    const labelled = label && !(follows && pieces[index - 1]?.kind !== 'label');
    const below = pieces.slice(index + 1, index + 3);
    const starts = startsItems(piece, below, { open, follows, label: labelled, strict });
    if (starts.length > 0) {
      items.push(...starts);
      label = false;
    } else {
      if (piece.kind === 'label') label = true;
      (open?.pieces ?? preface).push(piece);
    }
  }
  return { preface, items };
}

/** `follows`: the open item has a list. `label`: what comes belongs to a label. */
type Situation = { open: FoundItem | null; follows: boolean; label: boolean; strict: boolean };

/** `below`: the next two pieces. */
function startsItems(piece: Piece, below: Piece[], situation: Situation): FoundItem[] {
  if (piece.kind === 'text') {
    const found = startOfText(piece, below, situation);
    return found ? [found] : [];
  }
  if (piece.kind !== 'list' || situation.label || !listsQuestions(piece, below, situation)) return [];
  return piece.items.map((item) => toQuestion(item));
}

function startOfText(
  piece: Extract<Piece, { kind: 'text' }>,
  below: Piece[],
  { open, follows, label, strict }: Situation,
): FoundItem | null {
  const { text, id } = takeId(plain(piece.runs));
  const isBold = piece.runs.every((run) => run.style === 'strong' || run.text.trim() === '' || id !== null);
  if (isBold && isExerciseTitle(text))
    return { kind: 'exercise', line: piece.line, text, id, byHeading: false, number: null, pieces: [] };
  const prompt = piece.prompt;
  if (!prompt) return null;
  const asks =
    asksFirmly(piece, below) ||
    (prompt.strength === 'maybe' && listIn(below) !== null && (!strict || follows) && !(label && open));
  const closed = open?.kind === 'exercise' || open?.byHeading === true;
  if (!asks || (closed && prompt.id === null && !isQuestionNumbered(text))) return null;
  return {
    kind: 'question',
    line: piece.line,
    text: prompt.text,
    id: prompt.id,
    byHeading: false,
    number: null,
    pieces: [],
  };
}

/** Whether a text is a question however the others around it are written. */
function asksFirmly(piece: Piece, [next, after]: Piece[]): boolean {
  if (piece.kind !== 'text' || !piece.prompt || piece.prompt.strength === 'maybe') return false;
  const leadsIn = next?.kind === 'text' && /[:：]$/.test(plain(next.runs)) && after?.kind === 'list';
  const listed = next?.kind === 'list' || next?.kind === 'label' || leadsIn;
  return piece.prompt.strength === 'sure' || listed || asksOutright(plain(piece.runs));
}

/** The list straight below, or the one below that is called key points. */
export function listIn([next, after]: Piece[]): ListPiece | null {
  const list = next?.kind === 'label' && next.label === 'points' ? after : next;
  return list?.kind === 'list' ? list : null;
}

function toQuestion(item: Item): FoundItem {
  const prompt = toPrompt(item.runs);
  const { text, id } = takeId(plain(item.runs));
  return {
    kind: 'question',
    line: item.line,
    text: prompt?.text ?? text,
    id: prompt?.id ?? id,
    byHeading: false,
    number: item.number,
    pieces: [...item.pieces],
  };
}

/** Whether the items of a list are questions themselves, rather than the key points of one. */
function listsQuestions(list: ListPiece, below: Piece[], { open, strict }: Situation): boolean {
  const items = list.items;
  if (items.length === 0 || open?.kind === 'exercise' || open?.byHeading) return false;
  if (items.some((item) => toPrompt(item.runs)?.strength === 'sure')) return true;
  if (open && goesOn(open, list)) return true;
  const nested = items.some((item) => item.pieces.some((piece) => piece.kind === 'list'));
  const asking = items.every((item) => endsAsQuestion(takeId(plain(item.runs)).text));
  if (open?.pieces.every((piece) => piece.kind !== 'list')) return asking && nested;
  if (!list.ordered) return asking && nested;
  const asked = items.every((item) => asksOutright(takeId(plain(item.runs)).text));
  const [next, after] = below;
  const led = asked && !strict && next?.kind === 'text' ? after : listIn(below);
  if (asking || (items.length === 1 && led?.kind === 'list' && !led.ordered)) return true;
  // Where questions are in bold or have a Q, steps that one of them lists are its key points.
  return nested && (open ? asked && !strict : asked || !strict);
}

/** Whether a list is more of the numbered one that the open question is of: what stands between cuts it in two. */
function goesOn({ number }: FoundItem, { ordered, items: [first, ...others] }: ListPiece): boolean {
  if (number === null || !ordered || !first?.number) return false;
  if (Number(first.number) === Number(number) + 1) return true;
  // Markdown counts by itself: some write "1." before each.
  return [first, ...others].every((item) => item.number === number && asksOutright(plain(item.runs)));
}
