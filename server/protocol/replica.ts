import type { Mine } from './mine';
import { applyPatch, PatchMisfit } from './patch';
import type { View } from './views';
import type { FullFrame, HeadFrame, PatchFrame } from './wire';
import type { Audience } from './words';

/** What a client knows about its room: exactly what the server told it. */
export interface Known {
  audience: Audience;
  view: View;
  mine: Mine;
}

/** The outcome of a frame. After a gap the client must ask for the whole view. */
export type Taken = 'taken' | 'seen-before' | 'gap';

/**
 * What a client does with the frames of its connection: it applies them in order and once each, and needs the whole view
 * after a gap. Its view survives a lost connection; the first whole view of the next one replaces it.
 */
export class Replica {
  known: Known | null = null;
  /** The number of the last frame of this connection; null before its first whole view. */
  #n: number | null = null;

  /** Whether a whole view has arrived over this connection. */
  get isFresh(): boolean {
    return this.#n !== null;
  }

  /** A new connection counts from 1. */
  connected(): void {
    this.#n = null;
  }

  full({ n, audience, view, mine }: FullFrame): Taken {
    if (this.#n !== null && n <= this.#n) return 'seen-before';
    this.#n = n;
    this.known = { audience, view, mine };
    return 'taken';
  }

  patch({ n, view = [], mine = [] }: PatchFrame): Taken {
    if (!this.known || this.#n === null) return 'gap';
    if (n <= this.#n) return 'seen-before';
    if (n !== this.#n + 1) return 'gap';
    try {
      this.known = {
        ...this.known,
        view: applyPatch(this.known.view, view),
        mine: applyPatch(this.known.mine, mine),
      };
    } catch (error) {
      if (error instanceof PatchMisfit) return 'gap';
      throw error;
    }
    this.#n = n;
    return 'taken';
  }

  /** Whether the server sent a frame that has not arrived. */
  isBehind({ n }: HeadFrame): boolean {
    return this.#n === null || n > this.#n;
  }
}
