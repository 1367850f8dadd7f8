import * as Y from 'yjs';
import { CODE_LIMITS } from '../protocol/words';
import type { CodeRecord, StoredUpdate, Weight } from '../runtime/code-record';
import { applies, beginning, windowsIn, writtenIn } from './document';
import { Owners } from './owners';
import { THINNING, type ThinningLimits, thinOut } from './thinning';

/** After this many updates, a snapshot is stored beside them, so that nobody has to read them all again. */
const SNAPSHOT_EVERY = 200;
/** After a thinning, a text may grow by this part of the limits before the next one. */
const GROWTH = 0.1;

export interface KeptTextPorts {
  record: CodeRecord;
  /** Updates from one snapshot to the next; `SNAPSHOT_EVERY` by default. */
  snapshotEvery?: number;
  /** `THINNING` by default. */
  thinning?: ThinningLimits;
  /** A text can take no more changes, although its oldest ones were thinned. */
  full(roomId: string, askId: string): void;
}

/** Which text, and what it was before anybody wrote in it. */
export interface TextPlace {
  roomId: string;
  askId: string;
  original: string;
}

/** A text in memory, and how much of it is stored. Whoever uses it has the text's turn. */
export class KeptText {
  readonly doc: Y.Doc;
  readonly owners: Owners;
  /** The number of the newest update in it. */
  no: number;
  readonly #ports: KeptTextPorts;
  readonly #place: TextPlace;
  #sinceSnapshot = 0;
  /** Bytes of all stored updates since the last snapshot, and of the snapshot. */
  #size: number;
  /** All stored updates. */
  #stored: Weight;
  /** It is thinned when it has become as heavy as this. */
  #thinAt: Weight;

  static async read(ports: KeptTextPorts, place: TextPlace): Promise<KeptText> {
    return new KeptText(ports, place, await ports.record.load(place.roomId, place.askId));
  }

  private constructor(
    ports: KeptTextPorts,
    place: TextPlace,
    { snapshot, updates, ...stored }: Awaited<ReturnType<CodeRecord['load']>>,
  ) {
    this.#ports = ports;
    this.#place = place;
    this.doc = beginning(place.original);
    this.owners = new Owners(snapshot?.owners ?? {});
    this.no = snapshot?.upTo ?? 0;
    this.#size = snapshot?.state.byteLength ?? 0;
    this.#stored = stored;
    this.#thinAt = this.#limits;
    if (snapshot) Y.applyUpdate(this.doc, snapshot.state);
    for (const row of updates) this.takeIn(row);
    this.#stored = stored;
  }

  /** Skips a row that cannot be applied, like every other process: the text continues without it. */
  takeIn(row: StoredUpdate): void {
    this.count(row, windowsIn(writtenIn(row.update) ?? [], this.doc));
    applies(this.doc, row.update);
  }

  /** What is in the document already has been stored, and is new from these windows. */
  count({ no, by, update }: StoredUpdate, windows: readonly number[]): void {
    this.owners.add(by, windows);
    this.no = no;
    this.#sinceSnapshot += 1;
    this.#size += update.byteLength;
    this.#stored = { rows: this.#stored.rows + 1, bytes: this.#stored.bytes + update.byteLength };
  }

  async compactWhenDue(): Promise<void> {
    if (this.#sinceSnapshot >= (this.#ports.snapshotEvery ?? SNAPSHOT_EVERY)) await this.#compact();
  }

  /** Why so many more bytes have no room, after all was done that makes room for them. */
  async problemWith(bytes: number): Promise<'too-many' | 'text-full' | null> {
    if (this.#size + bytes > CODE_LIMITS.document) {
      await this.#compact();
      if (this.#size + bytes > CODE_LIMITS.document) return 'too-many';
    }
    if (this.#stored.rows >= this.#thinAt.rows || this.#stored.bytes >= this.#thinAt.bytes)
      await this.#thin();
    const hasRoom =
      this.#stored.rows < CODE_LIMITS.updates && this.#stored.bytes + bytes <= CODE_LIMITS.history;
    if (hasRoom) return null;
    this.#ports.full(this.#place.roomId, this.#place.askId);
    return 'text-full';
  }

  async #compact(): Promise<void> {
    const { roomId, askId } = this.#place;
    const state = Y.encodeStateAsUpdate(this.doc);
    const owners = this.owners.toStore();
    await this.#ports.record.keepSnapshot(roomId, askId, { upTo: this.no, state, ...this.#stored, owners });
    this.#sinceSnapshot = 0;
    this.#size = state.byteLength;
  }

  async #thin(): Promise<void> {
    const limits = this.#limits;
    await this.#compact();
    this.#stored = await thinOut(this.#ports.record, { ...this.#place, upTo: this.no }, limits);
    const { rows, bytes } = this.#stored;
    this.#thinAt = {
      rows: Math.max(limits.rows, rows + limits.rows * GROWTH),
      bytes: Math.max(limits.bytes, bytes + limits.bytes * GROWTH),
    };
  }

  get #limits(): ThinningLimits {
    return this.#ports.thinning ?? THINNING;
  }
}
