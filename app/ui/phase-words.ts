import type { RoundPhase } from '@/server/protocol/words';

/** What a round is in, once asking is over. */
export const PHASE_WORDS: Record<Exclude<RoundPhase, 'asking'>, string> = {
  deliberating: 'Deliberation',
  debrief: 'Debrief',
  closed: 'Closed',
  published: 'Published',
};
