import { type Item, isBoldLine, type Piece } from './pieces';
import { asksOutright, type Prompt } from './prompts';
import { plain } from './runs';

/**
 * Without the entries of a table of contents. A link below a question is a key point of it, and stays, unless it leads
 * back. `asked`: how surely the heading above asks.
 */
export function withoutEntries(pieces: Piece[], asked: Prompt['strength'] | null): Piece[] {
  let strength = asked;
  let byText = false;
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text' && piece.prompt) {
      strength = piece.prompt.strength;
      byText = true;
    }
    if (piece.kind !== 'list') return [piece];
    // "What is in here?" may stand above a table.
    const isTable = strength === null || piece.items.every(({ leadsInside }) => leadsInside);
    if (strength === 'sure' || !isTable)
      return [{ ...piece, items: piece.items.filter((item) => !leadsBack(item)) }];
    const left = withoutLinks(piece);
    // Emptied below what asks, the list still tells that it was a question.
    return left.length === 0 && byText ? [{ ...piece, items: [] }] : left;
  });
}

/** "Back to top", as many lists of questions end. */
function leadsBack({ leadsInside, runs }: Item): boolean {
  return leadsInside && /\b(?:back|top|up|contents)\b|^[^\p{L}\p{N}]*$/iu.test(plain(runs));
}

function withoutLinks(piece: Piece): Piece[] {
  if (piece.kind !== 'list') return [piece];
  const items = piece.items.flatMap((item) => entryLess(item));
  return items.length > 0 ? [{ ...piece, items }] : [];
}

function entryLess(item: Item): Item[] {
  if (!item.leadsInside && asksOutright(plain(item.runs))) return [item];
  const pieces = item.pieces.flatMap((piece) => withoutLinks(piece));
  return item.leadsInside && pieces.length === 0 ? [] : [{ ...item, pieces }];
}

/** What stands below a heading such as "Contents" beside the table itself, whose entries need not be links. */
export function besideContents(pieces: Piece[]): Piece[] {
  const rest = withoutEntries(pieces, null);
  if (rest.length < pieces.length) return rest;
  const asked = rest.findIndex((piece) => piece.kind === 'text' && piece.prompt !== null);
  const isTable = (piece: Piece | undefined, at: number) =>
    piece?.kind === 'list' && !holdsAnswers(piece.items) && (asked < 0 || at < asked);
  // The table may have parts, each below its title.
  const isTitle = (piece: Piece, at: number) =>
    (piece.kind === 'label' || isBoldLine(piece)) && isTable(rest[at + 1], at + 1);
  return rest.filter((piece, at) => !isTable(piece, at) && !isTitle(piece, at));
}

/** Questions with their key points, as no table has them. */
function holdsAnswers(items: Item[]): boolean {
  return items.every(({ runs, pieces }) => asksOutright(plain(runs)) && pieces.length > 0);
}
