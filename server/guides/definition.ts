import type { Definition } from '../protocol/pack';
import type { Block } from './blocks';
import type { Label } from './labels';
import type { Ledger } from './ledger';
import { type Parts, textsOf, wordsOf } from './parts';

const LABELS: readonly Label[] = ['is', 'isNot', 'signs', 'contaminants'];

/** What a competency is and is not, from the labels above its questions; `rest` is everything else. */
export function definitionIn(
  blocks: Block[],
  ledger: Ledger,
): { definition: Definition | null; rest: Block[] } {
  const parts: Parts = {};
  const rest: Block[] = [];
  let open: Label | null = null;
  for (const block of blocks) {
    if (block.kind === 'label') open = LABELS.includes(block.label) ? block.label : null;
    if (open === null) {
      rest.push(block);
      continue;
    }
    ledger.use(block);
    const part = parts[open] ?? { line: block.line, end: block.end, title: '', blocks: [] };
    if (block.kind !== 'label') part.blocks.push(block);
    parts[open] = part;
  }
  const { is, isNot, signs, contaminants } = parts;
  if (!is && !isNot && !signs && !contaminants) return { definition: null, rest };
  const definition = {
    is: wordsOf(is),
    isNot: wordsOf(isNot),
    signs: textsOf(signs),
    contaminants: textsOf(contaminants),
  };
  return { definition, rest };
}
