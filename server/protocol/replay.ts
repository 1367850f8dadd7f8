import type { Mine } from './mine';
import type { Operation } from './patch';
import type { View } from './views';
import type { Audience } from './words';

/** What a moment is about, as far as its viewer may know. */
export type ReplayKind =
  | 'phase'
  | 'question'
  | 'follow-up'
  | 'clock'
  | 'tick'
  | 'star'
  | 'note'
  | 'rating'
  | 'reveal'
  | 'verdict'
  | 'decision'
  | 'message'
  | 'other';

/** One moment: the whole where the viewer became another kind of viewer (and at first), else what changed. */
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
  frames: ReplayFrame[];
}
