import type { Mine } from './mine';
import { applyPatch, PatchMisfit } from './patch';
import type { View } from './views';
import type { FullFrame, HeadFrame, PatchFrame } from './wire';
import type { Audience } from './words';

/** What a client knows of its room: exactly what the server told it. */
export interface Known {
  audience: Audience;
  view: View;
  mine: Mine;
}

/** What became of a frame. After a gap the whole must be asked for. */
export type Taken = 'taken' | 'seen-before' | 'gap';

/**
 * What a client does with the frames of its connection: in order, nothing twice, the whole after a gap. What is known
 * survives a cut line and is replaced by the first whole view of the next.
 */
export class Replica {
  known: Known | null = null;
  /** The number of the last frame of this connection; null before its first whole view. */
  #n: number | null = null;

  /** Whether the whole came in over this connection. */
  get isFresh(): boolean {
    return this.#n !== null;
  }

  /** A new connection counts from its beginning. */
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

  /** Whether a frame was sent that did not come in. */
  isBehind({ n }: HeadFrame): boolean {
    return this.#n === null || n > this.#n;
  }
}
