import * as Y from 'yjs';

/** Updates between two states that are kept whole, so that any moment is a short way from one of them. */
const EVERY = 100;

export interface RecordedUpdate {
  at: number;
  update: Uint8Array;
}

/** A text as it was at any moment of its writing. */
export class RecordedText {
  private readonly whole: Uint8Array[] = [];
  private doc = new Y.Doc();
  /** How many of the updates are in `doc`. */
  private count = 0;

  /** `updates`: in order. */
  constructor(private readonly updates: readonly RecordedUpdate[]) {
    const doc = new Y.Doc();
    for (const [index, { update }] of updates.entries()) {
      if (index % EVERY === 0) this.whole.push(Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, update);
    }
    doc.destroy();
  }

  /** The text at a moment (ms), what happened in that very millisecond included. */
  at(ms: number): string {
    const wanted = this.countAt(ms);
    if (wanted < this.count || wanted - this.count > EVERY) this.begin(Math.floor(wanted / EVERY));
    for (const { update } of this.updates.slice(this.count, wanted)) Y.applyUpdate(this.doc, update);
    this.count = wanted;
    return this.doc.getText('code').toJSON();
  }

  private begin(no: number): void {
    this.doc.destroy();
    this.doc = new Y.Doc();
    const nearest = Math.min(no, this.whole.length - 1);
    const state = this.whole[nearest];
    if (state) Y.applyUpdate(this.doc, state);
    this.count = Math.max(0, nearest) * EVERY;
  }

  private countAt(ms: number): number {
    const next = this.updates.findIndex(({ at }) => at > ms);
    return next === -1 ? this.updates.length : next;
  }
}
