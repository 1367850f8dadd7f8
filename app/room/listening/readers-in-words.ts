import type { NoteShare } from '@/server/protocol/words';

interface Ask {
  /** Its ratings are open. */
  revealed: boolean;
  /** No more ratings are opened in its round. */
  isLast: boolean;
}

/** Who reads a note, behind its text; null for a note that its author keeps to themselves. */
export function readersInWords(share: NoteShare, { revealed, isLast }: Ask): string | null {
  if (share === 'none') return null;
  if (!revealed && isLast) return 'only you, as this question had no reveal';
  const panel = revealed ? 'panel' : 'panel, at the reveal';
  return share === 'panel' ? panel : `${panel}, and candidate if published`;
}
