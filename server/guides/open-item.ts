import type { Block, Item, Span } from './blocks';

/** A question or an exercise as found: its title or prompt, and its blocks. */
export interface OpenItem extends Span {
  kind: 'question' | 'exercise';
  text: string;
  id: string | null;
  /** Everything below a heading belongs to it: only a number or an id begins another question there. */
  byHeading: boolean;
  /** Its number if it was an item of a numbered list; otherwise null. */
  number: string | null;
  /** The list or table of questions that it is an item of. */
  list: Block | null;
  /** It does not ask itself: the lists like its own do. */
  byShape?: boolean;
  /** How hard it is, if a heading says so. */
  level: string | null;
  blocks: Block[];
}

export function openItem(
  kind: OpenItem['kind'],
  { line, end }: Span,
  given: Pick<OpenItem, 'text' | 'id'> & Partial<OpenItem>,
): OpenItem {
  return { kind, line, end, byHeading: false, number: null, list: null, level: null, blocks: [], ...given };
}

/** The meanings of a block. */
export type Role =
  | { as: 'items'; items: OpenItem[]; others: Item[] }
  | { as: 'label' }
  | { as: 'out'; reason: string }
  | { as: 'part' };

/** A block's position: what follows it, and the open item above it. */
export interface Place {
  next: Block[];
  open: OpenItem | null;
  /** The open item has a list. */
  follows: boolean;
  /** The next block belongs to a label. */
  label: boolean;
  /** Other blocks of the section are certainly questions. */
  strict: boolean;
  /** Questions need no key points here: their heading asks nothing itself. */
  bare: boolean;
  /** Paragraphs of the section that ask. */
  askers: number;
}

export interface Recogniser<R = Role> {
  name: string;
  test(block: Block, place: Place): R | null;
  /** An example: a short guide, and the prompts (or titles of exercises) read from it. */
  examples: readonly (readonly [source: string, prompts: readonly string[]])[];
}
