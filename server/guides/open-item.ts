import type { Block, Item, Span } from './blocks';

/** A question or an exercise as it was found: its title or prompt, and the blocks that belong to it. */
export interface OpenItem extends Span {
  kind: 'question' | 'exercise';
  text: string;
  id: string | null;
  /** A heading holds all that is below it: only a number or an id makes another question there. */
  byHeading: boolean;
  /** Of the item of a numbered list that it was; null when it was none. */
  number: string | null;
  /** The list or table that it is an item of, where one question follows another. */
  list: Block | null;
  /** How hard it is, when a heading says so. */
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

/** What a block is taken for. */
export type Role =
  | { as: 'items'; items: OpenItem[]; others: Item[] }
  | { as: 'label' }
  | { as: 'out'; reason: string }
  | { as: 'part' };

/** Where a block is: what follows it, and the item that is open above it. */
export interface Place {
  next: Block[];
  open: OpenItem | null;
  /** The open item has a list. */
  follows: boolean;
  /** What comes belongs to a label. */
  label: boolean;
  /** Others of the section are questions without doubt. */
  strict: boolean;
  /** Questions need no key points here: their heading asks nothing itself. */
  bare: boolean;
  /** Paragraphs of the section that ask. */
  askers: number;
}

export interface Recogniser<R = Role> {
  name: string;
  test(block: Block, place: Place): R | null;
  /** A guide in short, and the prompts (or titles of exercises) that come of it. */
  examples: readonly (readonly [source: string, prompts: readonly string[]])[];
}
