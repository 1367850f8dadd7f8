import type { Item, Piece } from './pieces';
import { asksOutright, type Prompt } from './prompts';
import { plain } from './runs';

/** Without the entries of a table of contents. A link below a question is a key point of it, and stays. */
export function withoutEntries(pieces: Piece[]): Piece[] {
  let asked: Prompt['strength'] | null = null;
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text' && piece.prompt) asked = piece.prompt.strength;
    if (piece.kind !== 'list' || asked === 'sure') return [piece];
    // "What is in here?" may stand above a table.
    const isTable = asked === null || piece.items.every(({ leadsInside }) => leadsInside);
    return isTable ? withoutLinks(piece) : [piece];
  });
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
  const rest = withoutEntries(pieces);
  const table = rest.findIndex((piece) => piece.kind === 'list' && !holdsAnswers(piece.items));
  const asked = rest.findIndex((piece) => piece.kind === 'text' && piece.prompt !== null);
  const isTable = rest.length === pieces.length && table >= 0 && (asked < 0 || table < asked);
  return isTable ? rest.filter((_, at) => at !== table) : rest;
}

/** Questions with their key points, as no table has them. */
function holdsAnswers(items: Item[]): boolean {
  return items.every(({ runs, pieces }) => asksOutright(plain(runs)) && pieces.length > 0);
}
