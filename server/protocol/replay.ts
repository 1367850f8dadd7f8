import type { Mine } from './mine';
import type { Operation } from './patch';
import type { View } from './views';
import type { Audience } from './words';

/** The subject of a moment, as far as its viewer may know it. */
export type ReplayKind =
  | 'phase'
  | 'question'
  | 'follow-up'
  | 'clock'
  | 'hint'
  | 'code'
  | 'tick'
  | 'star'
  | 'note'
  | 'rating'
  | 'reveal'
  | 'verdict'
  | 'decision'
  | 'reflection'
  | 'message'
  | 'other';

/** One moment: the whole view at first and whenever the viewer's audience changes, otherwise the changes. */
export interface ReplayFrame {
  /** Milliseconds since the epoch. */
  at: number;
  kinds: ReplayKind[];
  whole?: { audience: Audience; view: View; mine: Mine };
  view?: Operation[];
  mine?: Operation[];
}

/** A round as one person saw it, from its start until it was over. */
export interface Replay {
  /** When the round started (ms since the epoch): its first frame is later for a viewer who joined later. */
  startedAt: number;
  frames: ReplayFrame[];
}
