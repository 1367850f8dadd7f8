import type { NoteShare } from '@/server/protocol/words';

interface Sent {
  /** Who the note was shared with until now, and from now on. */
  before: NoteShare;
  after: NoteShare;
  /** The reveal has opened it to the panel. */
  opened: boolean;
  /** The round is over, so that the panel has a scorecard of it. */
  over: boolean;
  /** The candidate has the scorecard, or had it. */
  published: boolean;
  /** The text changes. */
  edited?: boolean;
}

/** What was sent of a note before its author changed it or took it back, and can't be undone; null if nothing was. */
export function alreadySent({ before, after, opened, over, published, edited = false }: Sent): string | null {
  const fromPanel = opened && before !== 'none' && (edited || after === 'none');
  const fromCandidate = published && before === 'candidate' && (edited || after !== 'candidate');
  const what = edited ? 'the earlier text' : 'it';
  const candidate = `If the host shared notes, the candidate may have read ${what} on their scorecard, downloaded it, or shown it to others by a link.`;
  // The replay ends with the round: what was shared later is not in it.
  const panel = over
    ? `The panel may have read ${what} on the scorecard, downloaded it, or shown it to others by a link. If you had shared it before the round was over, their replay still shows it.`
    : `The panel has seen ${what} since the reveal, and their replay will still show it at that moment.`;
  const said = [...(fromPanel ? [panel] : []), ...(fromCandidate ? [candidate] : [])];
  return said.length > 0 ? said.join(' ') : null;
}
