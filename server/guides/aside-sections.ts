import { type Block, textIn } from './blocks';
import type { GuideDraft } from './drafts';
import { below } from './headed-item';
import type { Ledger } from './ledger';
import type { Section } from './outline';
import { inPieces, toNotes } from './parts';
import { toStatement } from './points';

/** What the panel reads before it begins, part by part. */
export function readBrief(section: Section, guide: GuideDraft, ledger: Ledger): void {
  const line = (block: Block): string[] => {
    ledger.use(block);
    return block.kind === 'list'
      ? block.items.map((item) => textIn({ ...block, items: [item] }).replace(/^- /, ''))
      : [textIn(block)];
  };
  for (const one of [section, ...section.children]) {
    ledger.use(one);
    const { title, blocks } = one;
    if (blocks.length > 0) guide.brief.push({ title, lines: blocks.flatMap(line).flatMap(inPieces) });
    for (const child of one === section ? [] : one.children) readNotes(child, guide.notes, ledger);
  }
}

/** How to prepare: list items are tips, and everything else is a note. */
export function readTips(section: Section, guide: GuideDraft, ledger: Ledger): void {
  ledger.use(section);
  for (const block of section.blocks) {
    if (block.kind === 'list') {
      ledger.use(block);
      const tips = block.items.map((item) => toStatement(item)).filter((tip) => tip.text !== '');
      guide.tips.push(...tips.map(({ text, context }) => ({ text, context })));
    } else if (block.kind === 'rule') ledger.leaveOut(block, block.reason);
    else {
      ledger.note(block);
      guide.notes.push(...toNotes([block]));
    }
  }
}

/** A section that is kept but never asked. */
export function readNotes(section: Section, notes: string[], ledger: Ledger): void {
  const { blocks } = below(section, true);
  ledger.note(section);
  for (const block of blocks) ledger.note(block);
  notes.push(...toNotes(blocks, section.title));
}
