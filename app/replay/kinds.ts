import type { ReplayKind } from '@/server/protocol/replay';

/** What one can jump by, and what a mark on the scrubber is called. */
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
  message: 'Message',
  other: 'Something else',
};

/** The kinds with a larger mark on the scrubber. */
export const LARGE: readonly ReplayKind[] = ['question', 'reveal', 'verdict', 'decision', 'phase'];
