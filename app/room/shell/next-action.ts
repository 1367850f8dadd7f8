import type { PanelAsk } from '@/server/protocol/view-asking';
import type { RoundPhase } from '@/server/protocol/words';
import { isOver, isRevealable } from '@/server/room/rules';

export interface NextInput {
  phase: RoundPhase;
  /** The live question; null while there is none. */
  live: Pick<PanelAsk, 'status' | 'revealed' | 'rated' | 'of'> | null;
  /** What comes next by the agenda. */
  next: string | null;
  hasAsked: boolean;
  isHost: boolean;
  isObserver: boolean;
  /** Whether I count in ratings and verdicts, and whether mine is given. */
  rates: boolean;
  hasRated: boolean;
  hasVerdict: boolean;
  /** Null before deliberation. */
  verdicts: { in: number; of: number; opened: boolean } | null;
  isPeer: boolean;
  /** Who can have the hot seat next; null for nobody. */
  nextCandidate: string | null;
}

export type Step =
  | { kind: 'rate' | 'reveal' | 'finish' | 'judge' | 'open-debrief' | 'decide' }
  | { kind: 'push'; itemId: string }
  | { kind: 'publish' }
  | { kind: 'start'; candidateId: string };

/** What I do next, of all that can be done, and how far the panel is; a step of null is somebody else's. */
export function nextAction(input: NextInput): { words: string; step: Step | null } {
  const { phase, verdicts } = input;
  if (phase === 'asking') return whileAsking(input);
  if (phase === 'deliberating' && verdicts) {
    if (verdicts.opened) {
      const step = input.isHost ? ({ kind: 'open-debrief' } as const) : null;
      return { words: 'The verdicts are open', step };
    }
    const step = input.rates && !input.hasVerdict ? ({ kind: 'judge' } as const) : null;
    return { words: `${verdicts.in} of ${verdicts.of} verdicts in`, step };
  }
  if (isOver(phase)) {
    const candidateId = input.isHost ? input.nextCandidate : null;
    if (candidateId !== null) return { words: 'The round is over', step: { kind: 'start', candidateId } };
    return input.isHost && phase === 'closed'
      ? { words: 'The round is over', step: { kind: 'publish' } }
      : NOTHING;
  }
  if (!input.isHost) return NOTHING;
  // A led panel decides first.
  return { words: 'Debrief', step: { kind: input.isPeer ? 'publish' : 'decide' } };
}

const NOTHING = { words: '', step: null };

function whileAsking(input: NextInput): { words: string; step: Step | null } {
  const { live, isHost, rates, hasRated } = input;
  if (!live) return { words: 'No question is live', step: goOn(input) };
  if (live.revealed) return { words: 'Ratings are open', step: goOn(input) };
  const words = `${live.rated} of ${live.of} rated`;
  if (rates && !hasRated) return { words, step: { kind: 'rate' } };
  const mayReveal = isHost && isRevealable(live.rated, live.status, live.revealed);
  return { words, step: mayReveal ? { kind: 'reveal' } : null };
}

function goOn({ next, hasAsked, isHost, isObserver }: NextInput): Step | null {
  if (isObserver) return null;
  if (next !== null) return { kind: 'push', itemId: next };
  return isHost && hasAsked ? { kind: 'finish' } : null;
}
