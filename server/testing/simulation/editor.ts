import type { RoomClient } from '../../../app/live/room-client';
import { SharedText, type TextState } from '../../../app/room/code/shared-text';
import { ownOf } from '../../protocol/in-order';
import type { CandidateView, PanelView } from '../../protocol/views';
import type { Random } from '../seeded-random';
import { type History, isTyped } from './history';

/** What a window shows of a text. */
export interface OpenText {
  text: string;
  state: TextState;
}

/** One person's open texts, each with the code of a real window. What they type survives a reload, as in a browser. */
export class Editor {
  readonly #texts = new Map<string, SharedText>();
  readonly #client: RoomClient;
  readonly #memberId: string;
  /** Chooses the ids of the window, which Yjs would take from the real random bytes. */
  readonly #random: Random;
  readonly #history: History;
  /** What was deleted here and is not called saved yet, by ask. */
  readonly #deleting = new Map<string, string>();
  #isClosed = false;

  constructor(client: RoomClient, memberId: string, random: Random, history: History) {
    this.#client = client;
    this.#memberId = memberId;
    this.#random = random;
    this.#history = history;
  }

  /** Opens the text of the live exercise, and writes in it if this person may, or sometimes all the same. */
  act(random: Random): void {
    const live = this.#live();
    if (!live) return;
    const { askId } = live;
    const copy = this.#open(askId);
    if (random.chance(0.3)) {
      const at = random.chance(0.1) ? null : { anchor: random.token(4), head: '{}' };
      this.#client.code.point({ askId, clientId: copy.doc.clientID, at });
    }
    // Nobody types on for long while nothing of it gets through.
    if (copy.state === 'kept' && random.chance(0.9)) return;
    if (random.chance(live.writes ? 0.7 : 0.05)) this.#edits(askId, live.writes, random, 1 + random.int(6));
  }

  /** Inserts, replaces and deletes, anywhere, as long as this window has the text. */
  #edits(askId: string, mayWrite: boolean, random: Random, edits: number): void {
    const copy = this.#texts.get(askId);
    if (edits === 0 || !copy || this.#isClosed) return;
    const { doc, text } = copy;
    const at = random.int(text.length + 1);
    const deletes = random.chance(0.35) ? Math.min(1 + random.int(5), text.length - at) : 0;
    const words = deletes > 0 && random.chance(0.5) ? '' : this.#history.characters(1 + random.int(6));
    const kind = deletes === 0 ? 'insertions' : words === '' ? 'deletions' : 'replacements';
    this.#history.count(mayWrite ? kind : 'edits without the pen');
    const gone = text.toJSON().slice(at, at + deletes);
    for (const character of gone) this.#history.deleted.add(character);
    this.#deleting.set(askId, (this.#deleting.get(askId) ?? '') + gone);
    doc.transact(() => {
      text.delete(at, deletes);
      text.insert(at, words);
    });
    setTimeout(() => this.#edits(askId, mayWrite, random, edits - 1), 100 + random.int(300));
  }

  /** Whether there is an exercise to write in now. */
  get isLive(): boolean {
    return this.#live() !== null;
  }

  open(): [askId: string, OpenText][] {
    return [...this.#texts].map(([askId, { text, state }]) => [askId, { text: text.toJSON(), state }]);
  }

  close(): void {
    this.#isClosed = true;
    for (const copy of this.#texts.values()) copy.close();
  }

  #live(): { askId: string; writes: boolean } | null {
    const { view } = this.#client.getState();
    if (!view) return null;
    const { codes, asks, code }: Partial<PanelView & CandidateView> = view;
    if (code) return { askId: code.askId, writes: true };
    const watched = ownOf(codes?.asks ?? {}, asks?.liveAskId ?? null);
    return watched ? { askId: watched.askId, writes: watched.pen === this.#memberId } : null;
  }

  #open(askId: string): SharedText {
    const known = this.#texts.get(askId);
    if (known) return known;
    const key = `code/${askId}`;
    const { drafts } = this.#client;
    const identify = () => {
      copy.doc.clientID = this.#random.int(2 ** 31);
    };
    const copy: SharedText = new SharedText(
      this.#client.code,
      askId,
      {
        changed: (state) => {
          if (state === 'saved') this.#saved(askId, copy.text.toJSON());
        },
        lost: () => {
          this.#deleting.delete(askId);
          identify();
        },
        moved: () => {},
      },
      {
        get: () => drafts.get(key),
        set: (update) => drafts.set(key, update),
        listen: (listener) => drafts.subscribe(key, listener),
      },
    );
    identify();
    this.#texts.set(askId, copy);
    return copy;
  }

  #saved(askId: string, text: string): void {
    const { saved, gone } = this.#history;
    for (const character of text) if (isTyped(character)) saved.set(character, askId);
    for (const character of this.#deleting.get(askId) ?? '')
      if (isTyped(character)) gone.set(character, askId);
    this.#deleting.delete(askId);
  }
}
