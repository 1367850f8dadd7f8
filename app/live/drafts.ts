import { DECISIONS, type NoteShare, type RoundDecision } from '@/server/protocol/words';
import type { KeyValue } from './key-value';

/** How often (ms) a window says that it is there, unless it is hidden: then browsers let it do so once a minute, or not at all. */
const BEAT_MS = 4_000;
/** After how long (ms) without a word a window is gone, where no lock can say (only under https, and on localhost, are there any). */
const GONE_MS = 90_000;
/** After how long (ms) without a word the browser is asked whether the window still holds its lock. */
const DOUBTFUL_MS = 10_000;

/** The part of `navigator.locks` that windows need to know of each other. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * What is typed but not sent yet, by name. It outlives a reload. Each window of a person keeps its own, so that two of them never
 * write over each other's words; what a window that is gone has left is taken up by the next, where there is nothing yet.
 */
export class Drafts {
  /** Of all windows: words under `words/WINDOW/NAME`, and under `here/WINDOW` when it last said that it is there (ms). */
  private readonly prefix: string;
  private readonly own = new Map<string, string>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly anyListeners = new Set<() => void>();
  private beat: ReturnType<typeof setInterval> | undefined;
  private letGo = () => {};

  constructor(
    private readonly storage: KeyValue,
    roomId: string,
    memberId: string,
    private readonly window: string,
    private readonly locks: Locks | undefined,
  ) {
    this.prefix = `hotseat:draft:${roomId}:${memberId}:`;
  }

  start(): void {
    const stopped = new Promise<void>((resolve) => {
      this.letGo = resolve;
    });
    // The browser lets go of it when this page is gone, whatever became of it.
    this.locks?.request(this.keyOf('here', this.window), () => stopped).catch(() => {});
    this.live();
    this.beat = setInterval(() => this.live(), BEAT_MS);
  }

  stop(): void {
    clearInterval(this.beat);
    this.leave();
    this.letGo();
  }

  /** The page is closing: the next window may take its words over at once. */
  leave(): void {
    this.storage.remove(this.keyOf('here', this.window));
  }

  get(name: string): string {
    return this.own.get(name) ?? '';
  }

  set(name: string, text: string): void {
    const key = this.keyOf('words', this.window, name);
    if (text === '') {
      this.own.delete(name);
      this.storage.remove(key);
    } else {
      this.own.set(name, text);
      // First, so that no other window finds words without the window that writes them.
      this.sayThatItIsHere();
      this.storage.set(key, text);
    }
    for (const listener of this.listeners.get(name) ?? []) listener();
    for (const listener of this.anyListeners) listener();
  }

  subscribe(name: string, listener: () => void): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return () => void all.delete(listener);
  }

  /** The names that begin so. */
  names(prefix: string): string[] {
    return [...this.own.keys()].filter((name) => name.startsWith(prefix));
  }

  /** Called with every change of any of them. */
  subscribeAll(listener: () => void): () => void {
    this.anyListeners.add(listener);
    return () => void this.anyListeners.delete(listener);
  }

  private live(): void {
    if (this.own.size > 0) this.sayThatItIsHere();
    else this.leave();
    const words = this.keyOf('words', '');
    for (const key of this.storage.keys()) {
      if (!key.startsWith(words)) continue;
      const [window = ''] = key.slice(words.length).split('/');
      if (window !== this.window) this.takeIfGone(key, window);
    }
  }

  private takeIfGone(key: string, window: string): void {
    const name = key.slice(this.keyOf('words', window, '').length);
    if (this.own.has(name)) return;
    const here = this.keyOf('here', window);
    const take = () => {
      const text = this.storage.get(key);
      if (!text || this.own.has(name)) return;
      this.storage.remove(key);
      this.storage.remove(here);
      this.set(name, text);
    };
    const said = this.storage.get(here);
    const silentMs = Date.now() - Number(said);
    if (said === null || (!this.locks && silentMs >= GONE_MS)) take();
    else if (silentMs >= DOUBTFUL_MS)
      this.locks?.request(here, { ifAvailable: true }, (lock) => lock && take()).catch(() => {});
  }

  private sayThatItIsHere(): void {
    this.storage.set(this.keyOf('here', this.window), String(Date.now()));
  }

  private keyOf(...parts: string[]): string {
    return this.prefix + parts.join('/');
  }
}

/** The saved text on which a draft goes on, after a mark: it may be empty. */
export const baseOf = (name: string) => `base/${name}`;
export const BASE_MARK = '=';

export const messageDraft = 'message';
export const reflectionDraft = (roundId: string) => `reflection/${roundId}`;
export const verdictDraft = (roundId: string) => `verdict/${roundId}`;
export const rationaleDraft = (roundId: string) => `rationale/${roundId}`;
export const feedbackDraft = (roundId: string, part: 'keep' | 'work' | 'summary') =>
  `feedback-${part}/${roundId}`;
export const findDraft = (askId: string) => `find/${askId}`;
/** A Yjs update in Base64. */
export const codeDraft = (askId: string) => `code/${askId}`;
/** What the room rejected of it, to be copied. */
export const lateWordsDraft = (askId: string) => `late/${askId}`;
export const decisionDraft = (roundId: string) => `decision/${roundId}`;
/** A note that is being changed. */
export const editDraft = (noteId: string) => `edit/${noteId}`;
export const noteDraft = (askId: string) => `note/${askId}`;

/** The note that a person is typing. `atMs` is the moment of the answer at which the typing began. */
export interface NoteDraft {
  noteId: string;
  text: string;
  atMs: number;
  share: NoteShare;
}

export function parseNoteDraft(stored: string): NoteDraft | null {
  if (stored === '') return null;
  try {
    const draft: NoteDraft = JSON.parse(stored);
    // A draft from an earlier version does not say with whom the note is shared.
    return { ...draft, share: draft.share ?? 'none' };
  } catch {
    return null;
  }
}

/** A decision that is not recorded yet; its choice is null until there is one. */
export interface DecisionDraft {
  decision: RoundDecision | null;
  why: string;
  /** When the decision was recorded that it is to replace; null if none was. */
  replaces?: number | null;
}

export function parseDecisionDraft(stored: string): DecisionDraft | null {
  if (stored === '') return null;
  try {
    const { decision, why, replaces }: DecisionDraft = JSON.parse(stored);
    return { decision: DECISIONS.find((one) => one === decision) ?? null, why, replaces };
  } catch {
    return null;
  }
}
