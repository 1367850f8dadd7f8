import * as Y from 'yjs';

/** At least this many updates are between two states that are kept whole, so that one is near any moment. */
const APART = 100;
/** The most states that are kept whole: each may be as large as the text, with all deletions. */
const STATES = 40;

export interface RecordedUpdate {
  at: number;
  update: Uint8Array;
}

/** A text as it was at any moment of its writing. */
export class RecordedText {
  /** The text before each of them, `every` updates apart. */
  readonly whole: readonly Uint8Array[];
  private readonly every: number;

  /** `updates`: in order. */
  constructor(private readonly updates: readonly RecordedUpdate[]) {
    this.every = Math.max(APART, Math.ceil(updates.length / STATES));
    const doc = new Y.Doc();
    const whole: Uint8Array[] = [];
    for (const [index, { update }] of updates.entries()) {
      if (index % this.every === 0) whole.push(Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, update);
    }
    doc.destroy();
    this.whole = whole;
  }

  /** Each reader goes through the recording on its own: one that goes on reads only what is new. */
  reader(): RecordedTextReader {
    return new RecordedTextReader(this.updates, this.whole, this.every);
  }
}

export class RecordedTextReader {
  private doc = new Y.Doc();
  /** How many of the updates are in `doc`. */
  private count = 0;

  constructor(
    private readonly updates: readonly RecordedUpdate[],
    private readonly whole: readonly Uint8Array[],
    private readonly every: number,
  ) {}

  /** The text at a moment (ms), including what happened in that millisecond. */
  at(ms: number): string {
    const wanted = this.countAt(ms);
    if (wanted < this.count || wanted - this.count > this.every) this.begin(Math.floor(wanted / this.every));
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
    this.count = Math.max(0, nearest) * this.every;
  }

  private countAt(ms: number): number {
    const next = this.updates.findIndex(({ at }) => at > ms);
    return next === -1 ? this.updates.length : next;
  }
}
