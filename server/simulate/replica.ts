import type { FullFrame, MineFrame, SlicesFrame } from '../protocol/wire';

/** What a client knows of its room, kept as `docs/protocol.md` says: in order, nothing twice, the whole after a gap. */
export class Replica {
  frame: FullFrame | null = null;

  whole(frame: FullFrame): void {
    this.frame = structuredClone(frame);
  }

  /** False after a gap: the whole view must be asked for. */
  slices({ prev, seq, slices }: SlicesFrame): boolean {
    if (!this.frame || seq <= this.frame.seq) return true;
    if (prev !== this.frame.seq) return false;
    this.frame = { ...this.frame, seq, slices: { ...this.frame.slices, ...slices } };
    return true;
  }

  mine({ prev, seq, mine }: MineFrame): boolean {
    if (!this.frame || seq <= this.frame.mineSeq) return true;
    if (prev !== this.frame.mineSeq) return false;
    this.frame = { ...this.frame, mineSeq: seq, mine };
    return true;
  }
}
