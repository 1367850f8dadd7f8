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
  message: 'Message',
  other: 'Something else',
};

/** The kinds with a larger mark on the scrubber. */
export const LARGE: readonly ReplayKind[] = ['question', 'reveal', 'verdict', 'decision', 'phase'];
