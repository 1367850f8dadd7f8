import type { Block, Item } from './blocks';
import { plain } from './runs';

/** The letters that a quiz's options get if they have none. */
export const LETTERS = 'ABCDEFGHIJKLMNOP';
/** The letters of a quiz's options, in order. */
const ALPHABETS = [LETTERS, 'АБВГДЕЖЗИК', 'АБВГҐДЕЄЖЗ'];
const OPTION = /^[([]?(\p{L})[:.)：\]]\s*\S/u;

/** Whether a block is the options of a quiz: lettered items with nothing below them. */
export function isOptions(block: Block | undefined): boolean {
  return block?.kind === 'list' && areLettered(block.items);
}

function areLettered(items: readonly Item[]): boolean {
  if (items.length < 2 || items.some(({ blocks }) => blocks.length > 0)) return false;
  const letters = items.map(({ runs }) => OPTION.exec(plain(runs))?.[1]?.toUpperCase() ?? ' ').join('');
  return ALPHABETS.some((alphabet) => alphabet.startsWith(letters));
}

/** Boxes, at least one of them ticked: the options of a quiz, and the right ones. */
export function isTicked(items: readonly Item[]): boolean {
  return items.length > 1 && items.every(({ box }) => box !== null) && items.some(({ box }) => box === true);
}
