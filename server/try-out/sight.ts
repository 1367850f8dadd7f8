import type { Mine } from '../protocol/mine';
import type { CandidateView, PanelView } from '../protocol/views';
import type { Audience } from '../protocol/words';
import type { Heard } from './answers';
import type { Overheard } from './overheard';

/** What a simulated person knows when they decide what to do: their view, their own part, and what they heard. */
export interface Sight<View> {
  audience: Audience;
  view: View;
  mine: Mine;
  /** Milliseconds since the epoch. */
  now: number;
  seed: number;
  /** Their position among the simulated people: each has a different manner. */
  no: number;
  visitor: Pick<Overheard['visitor'], 'id' | 'inHotSeat' | 'workedAt' | 'hasRatedThemselves'> & {
    isHere: boolean;
    /** Away for so long that nobody waits. */
    isGone: boolean;
    /** Their hand is up, and was down before during this question. */
    handIsNews: boolean;
  };
  /** What there was to hear of the live question; null before there is one. */
  heard: Heard | null;
  /** Seconds since something became true, by its name. */
  since(what: string): number;
}

export type PanelSight = Sight<PanelView>;
export type CandidateSight = Sight<CandidateView>;

export const SECOND_MS = 1_000;

/** Seconds on the clock of the live ask. */
export function clockOf({ view, now }: Pick<Sight<PanelView | CandidateView>, 'view' | 'now'>): number {
  const { clock } = view;
  if (!clock) return 0;
  const running = clock.runningSince === null ? 0 : now - clock.runningSince;
  return (clock.elapsedMs + running) / SECOND_MS;
}
