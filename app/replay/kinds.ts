import type { ReplayKind } from '@/server/protocol/replay';

/** The kinds of moments to jump between, and the names of their marks on the scrubber. */
export const KIND_WORDS: Record<ReplayKind, string> = {
  phase: 'Part of the round',
  question: 'Question',
  'follow-up': 'Follow-up',
  clock: 'Clock',
  hint: 'Hint',
  code: 'Code: runs, highlights, finds',
  tick: 'My tick',
  star: 'S-T-A-R',
  note: 'Note',
  rating: 'Rating',
  reveal: 'Reveal',
  verdict: 'Verdict',
  decision: 'Decision',
  reflection: 'My reflection',
  message: 'Message',
  other: 'Something else',
};

/** The kinds on the upper line of the scrubber, the one that says most about a moment first. */
export const LARGE: readonly ReplayKind[] = ['decision', 'verdict', 'reveal', 'question', 'phase'];

/** The kind whose mark a moment of several kinds has. */
export function mainKind(kinds: readonly ReplayKind[]): ReplayKind {
  const known = kinds.filter((kind) => kind !== 'other');
  return LARGE.find((kind) => kinds.includes(kind)) ?? known[0] ?? 'other';
}
