import { listIn } from './items';
import { labelOf } from './labels';
import type { Section } from './outline';
import { type Item, isBoldLine, type Piece } from './pieces';
import { asksOutright, isExerciseTitle, takeId } from './prompts';
import { plain } from './runs';

/** Which of its questions these are, and not what they are about. */
const STEP =
  /^(?:(?:easy|medium|hard|basic|beginner|intermediate|advanced|junior|mid|middle|senior|staff|warm-?up|opening|closing|core|key|main|sample|bonus|optional|extra)(?:[- ]level)?(?: questions?)?|questions?)$/i;

/** A section with what serves as a heading below it, without being one, made a heading. */
export function withHiddenHeadings(section: Section): Section {
  return withHeadingLines(withHeadingItems(section));
}

/**
 * Words on a line of their own, in bold or straight above a list of questions, are a heading to whoever has written no
 * other: in a section that begins with one and has several.
 */
function withHeadingLines(section: Section): Section {
  const { pieces } = section;
  const starts = pieces.flatMap((piece, at) =>
    isHeadingLine(piece, pieces.slice(at + 1, at + 4)) ? [at] : [],
  );
  const [first] = starts;
  const asked = pieces.findIndex(
    (piece) => (piece.kind === 'text' && piece.prompt !== null) || listsQuestions(piece),
  );
  if (first === undefined || starts.length < 2 || (asked >= 0 && first > asked)) return section;
  const children = starts.map((start, index): Section => {
    const piece = pieces[start];
    const text = piece ? titleIn(piece) : '';
    const below = pieces.slice(start + 1, starts[index + 1]);
    return childOf(section, { line: piece?.line ?? section.line, text, pieces: below });
  });
  return { ...section, pieces: pieces.slice(0, first), children: [...children, ...section.children] };
}

/** With the three pieces below it. */
function isHeadingLine(piece: Piece, [next, ...after]: Piece[]): boolean {
  const text = titleIn(piece);
  if (text === '' || text.length > 60 || isExerciseTitle(text)) return false;
  if (next?.kind === 'list' && !/[.!;,]$|[:：]\s*\S/.test(text) && listsWhatIsAsked(next.items)) return true;
  if (!isBold(piece) || !next) return false;
  const prompt = next.kind === 'text' ? next.prompt : null;
  return prompt?.strength === 'sure' || (listIn(after) !== null && (prompt !== null || listsQuestions(next)));
}

/** Questions with numbers, whose key points are lists of their own. */
function listsQuestions(piece: Piece): boolean {
  return piece.kind === 'list' && piece.ordered && piece.items.every(({ runs }) => asksOutright(plain(runs)));
}

/** What a piece says that may be a heading: text that asks nothing ("How we work"), or a label of the author's own. */
function titleIn(piece: Piece): string {
  if (piece.kind === 'label') return labelOf(piece.title) ? '' : piece.title;
  if (piece.kind !== 'text') return '';
  const text = plain(piece.runs);
  const isTitle =
    !piece.prompt || (piece.prompt.strength === 'likely' && !/[.!]$/.test(text) && !asksOutright(text));
  return isTitle ? text : '';
}

function isBold(piece: Piece): boolean {
  return piece.kind === 'label' || isBoldLine(piece);
}

/** A list whose items hold questions, each with its key points, and ask nothing themselves. */
function withHeadingItems(section: Section): Section {
  const lists = section.pieces.flatMap((piece) => (piece.kind === 'list' ? [piece] : []));
  const [list] = lists;
  if (!list || lists.length > 1 || list.items.length === 0 || !list.items.every(isHeadingItem))
    return section;
  const children = list.items.map(({ line, runs, pieces }) =>
    childOf(section, { line, text: plain(runs), pieces }),
  );
  const pieces = section.pieces.filter((piece) => piece !== list);
  return { ...section, pieces, children: [...children, ...section.children] };
}

function isHeadingItem({ runs, pieces }: Item): boolean {
  const [inner, ...others] = pieces;
  const isTitle = plain(runs) !== '' && !asksOutright(plain(runs));
  return isTitle && others.length === 0 && inner?.kind === 'list' && listsWhatIsAsked(inner.items);
}

function listsWhatIsAsked(items: Item[]): boolean {
  const holdsList = (item: Item) => item.pieces.some((piece) => piece.kind === 'list');
  return items.every((item) => asksOutright(plain(item.runs))) && items.some(holdsList);
}

function childOf(
  section: Section,
  { line, text, pieces }: { line: number; text: string; pieces: Piece[] },
): Section {
  const { text: title, id } = takeId(text.replace(/[:：]$/, ''));
  // The questions below "Easy" and "Hard" are of the one competency that holds both.
  const named =
    section.depth > 0 && STEP.test(title) ? { title: section.title, id: section.id } : { title, id };
  return { line, depth: section.depth + 1, ...named, pieces, children: [] };
}
