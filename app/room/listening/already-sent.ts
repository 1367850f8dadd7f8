import type { NoteShare } from '@/server/protocol/words';

interface Sent {
  /** Who the note was shared with until now, and from now on. */
  before: NoteShare;
  after: NoteShare;
  /** The reveal has opened it to the panel. */
  opened: boolean;
  /** The round is published. */
  published: boolean;
}

/** What was sent of a note before its author took it back, and cannot be taken back; null if nothing was. */
export function alreadySent({ before, after, opened, published }: Sent): string | null {
  const fromPanel = opened && before !== 'none' && after === 'none';
  const fromCandidate = published && before === 'candidate' && after !== 'candidate';
  const candidate =
    'If the host shared notes, the candidate may have read it on their scorecard, or downloaded it.';
  const panel = 'The panel has seen it since the reveal, and their replay still shows it at that moment.';
  const said = [...(fromPanel ? [panel] : []), ...(fromCandidate ? [candidate] : [])];
  return said.length > 0 ? said.join(' ') : null;
}
