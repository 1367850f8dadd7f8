import * as Y from 'yjs';
import type { CodeChannel } from '@/app/live/code-channel';
import type { CursorFrame } from '@/server/protocol/wire';
import { CODE_LIMITS } from '@/server/protocol/words';
import { fromBase64, toBase64 } from './base64';
import { lackedOf, piecesOf } from './update-pieces';
import { wordsTyped } from './words-typed';

/** `saved`: the record holds all of it. `kept`: here alone, until the connection is back. `full`: saved, and nothing more can be. */
export type TextState = 'loading' | 'saved' | 'saving' | 'kept' | 'full';

/** Why the room did not take what was typed here. */
export type LostReason = 'not-allowed' | 'too-many' | 'text-full' | 'bad-command';

export interface SharedTextEvents {
  changed(state: TextState): void;
  /** What was typed here and rejected is gone from the text, which is made anew and loads again. `words`: what it said. */
  lost(reason: LostReason, words: string): void;
  moved(cursor: CursorFrame): void;
  /** The connection to the room is lost. */
  cut?(): void;
  /** What the room has is in the document: for the first time, or again after the connection was lost. */
  loaded?(): void;
}

/** What was typed and is not taken yet, as Base64; empty where there is none. It outlives a reload. */
export interface Unsent {
  get(): string;
  set(update: string): void;
  /** Called with every change, also when what a window that is gone has left is put here. */
  listen(listener: () => void): () => void;
}

type Channel = Pick<CodeChannel, 'listen' | 'send' | 'sync'>;

/** From the room: never sent back to it. */
export const REMOTE = 'room';
/** How long (ms) until what the room did not take just now is sent again. */
const AGAIN_MS = 500;
/** The vector of a reader who has nothing. */
const NOTHING = Y.encodeStateVector(new Y.Doc());

/** One window's copy of the text of an exercise, which becomes everybody's: nothing is called saved before the room says so. */
export class SharedText {
  doc = new Y.Doc();
  state: TextState = 'loading';
  private pending: Uint8Array[] = [];
  /** What is kept of it. */
  private lastKept = '';
  private isOpen = false;
  private isSynced = false;
  /** The document has been brought up to date at least once. */
  hasLoaded = false;
  private isSending = false;
  private isFull = false;
  private isClosed = false;
  /** How often what waits was found out anew. */
  private turn = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly stop: () => void;

  constructor(
    private readonly channel: Channel,
    private readonly askId: string,
    private readonly events: SharedTextEvents,
    private readonly unsent: Unsent | null = null,
  ) {
    this.takeUp();
    this.watch();
    const stopUnsent = unsent?.listen(() => {
      if (!this.takeUp()) return;
      this.show();
      void this.flush();
    });
    const stopChannel = channel.listen(askId, {
      open: (isOpen) => this.opened(isOpen),
      updated: (update) => Y.applyUpdate(this.doc, update, REMOTE),
      moved: (cursor) => events.moved(cursor),
    });
    this.stop = () => {
      stopUnsent?.();
      stopChannel();
    };
  }

  get text(): Y.Text {
    return this.doc.getText('code');
  }

  /** What was not confirmed stays in `unsent`, and the next editor or `deliver` sends it. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.again);
    this.stop();
    this.doc.destroy();
    this.isOpen = false;
  }

  /** What an earlier window, or another that is gone, could not send. It shows once the text that it changes has loaded. */
  private takeUp(): boolean {
    const kept = this.unsent?.get() ?? '';
    if (kept === '' || kept === this.lastKept) return false;
    try {
      const update = fromBase64(kept);
      Y.applyUpdate(this.doc, update, REMOTE);
      this.pending.push(update);
      this.lastKept = kept;
      return true;
    } catch {
      this.unsent?.set('');
      return false;
    }
  }

  /** With every change of what waits. */
  private keep(): void {
    this.lastKept = this.pending.length === 0 ? '' : toBase64(Y.mergeUpdates(this.pending));
    this.unsent?.set(this.lastKept);
  }

  private watch(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return;
      this.pending.push(update);
      this.keep();
      this.show();
      void this.flush();
    });
  }

  private opened(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.isSynced = false;
    this.show();
    if (isOpen) void this.sync();
    else this.events.cut?.();
  }

  /** Takes what is new, and then sends what the room lacks of what was typed here. */
  private async sync(): Promise<void> {
    const { doc } = this;
    const vector = Y.encodeStateVector(doc);
    // With hundreds of windows that wrote, the vector no longer fits into a message: then all is asked for.
    const fits = vector.byteLength <= CODE_LIMITS.cursor;
    const missing = await this.channel.sync(this.askId, fits ? vector : NOTHING);
    if (doc !== this.doc || !this.isOpen) return;
    if (!missing) return this.later();
    Y.applyUpdate(doc, missing.update, REMOTE);
    if (this.pending.length > 0) {
      const lacked = lackedOf(Y.mergeUpdates(this.pending), missing);
      this.pending = lacked ? [lacked] : [];
      this.keep();
    }
    this.turn += 1;
    this.isSynced = true;
    this.hasLoaded = true;
    this.show();
    this.events.loaded?.();
    void this.flush();
  }

  private async flush(): Promise<void> {
    if (this.isSending || !this.isSynced || !this.isOpen || this.pending.length === 0) return;
    this.isSending = true;
    const { doc, turn } = this;
    const { update, count } = this.next();
    const reply = await this.channel.send({ askId: this.askId, update });
    this.isSending = false;
    if (doc !== this.doc || this.isClosed) return;
    // Asked anew meanwhile, what waits is what the room lacked then.
    if (turn !== this.turn) return this.flush();
    if (reply?.ok) {
      this.pending.splice(0, count);
      this.keep();
      this.show();
      return this.flush();
    }
    if (reply && (reply.code === 'slow-down' || reply.code === 'unavailable')) return this.later();
    if (reply) return this.startAnew(lostReason(reply.code));
    // Whether it arrived is not known: the room is asked what it has.
    this.isSynced = false;
    if (this.isOpen) this.later();
  }

  /** As much of what waits as one message may hold. */
  private next(): { update: Uint8Array; count: number } {
    const all = Y.mergeUpdates(this.pending);
    if (all.byteLength <= CODE_LIMITS.update) return { update: all, count: this.pending.length };
    this.pending = piecesOf(all, CODE_LIMITS.update);
    const [update = all] = this.pending;
    return { update, count: 1 };
  }

  private startAnew(reason: LostReason): void {
    const words = this.pending.length === 0 ? '' : wordsTyped(Y.mergeUpdates(this.pending));
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.pending = [];
    this.keep();
    this.isSynced = false;
    this.hasLoaded = false;
    this.isFull ||= reason === 'text-full';
    this.watch();
    this.show();
    this.events.lost(reason, words);
    void this.sync();
  }

  /** Goes on with whatever comes next by then: asks again what the room has, or sends again. */
  private later(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      if (!this.isOpen) return;
      void (this.isSynced ? this.flush() : this.sync());
    }, AGAIN_MS);
  }

  private show(): void {
    const next = this.stateNow();
    if (next === this.state) return;
    this.state = next;
    this.events.changed(next);
  }

  private stateNow(): TextState {
    if (this.pending.length > 0) return this.isOpen ? 'saving' : 'kept';
    if (!this.hasLoaded) return 'loading';
    return this.isFull ? 'full' : 'saved';
  }
}

function lostReason(code: string): LostReason {
  return code === 'too-many' || code === 'text-full' || code === 'bad-command' ? code : 'not-allowed';
}
