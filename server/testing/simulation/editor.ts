import type { RoomClient } from '../../../app/live/room-client';
import { SharedText } from '../../../app/room/code/shared-text';
import { ownOf } from '../../protocol/in-order';
import type { CandidateView, PanelView } from '../../protocol/views';
import type { World } from './world';

/** One person's open texts, each with the code of a real window. What they type survives a reload, as in a browser. */
export class Editor {
  readonly texts = new Map<string, SharedText>();

  constructor(
    private readonly world: World,
    private readonly client: RoomClient,
    private readonly memberId: string,
  ) {}

  /** Opens the text of the live exercise, and writes in it if this person may, or sometimes all the same. */
  act(): void {
    const { random } = this.world;
    const live = this.#live();
    if (!live) return;
    const copy = this.#open(live.askId);
    if (!random.chance(live.writes ? 0.5 : 0.02)) return;
    // Never within a word, which is searched for as a whole.
    copy.text.insert(random.pick([0, copy.text.length]), `<${this.memberId}~${random.token(8)}>`);
  }

  close(): void {
    for (const copy of this.texts.values()) copy.close();
  }

  #live(): { askId: string; writes: boolean } | null {
    const { view } = this.client.getState();
    if (!view) return null;
    const { codes, asks, code }: Partial<PanelView & CandidateView> = view;
    if (code) return { askId: code.askId, writes: true };
    const watched = ownOf(codes?.asks ?? {}, asks?.liveAskId ?? null);
    return watched ? { askId: watched.askId, writes: watched.pen === this.memberId } : null;
  }

  #open(askId: string): SharedText {
    const known = this.texts.get(askId);
    if (known) return known;
    const key = `code/${askId}`;
    const { drafts } = this.client;
    const copy: SharedText = new SharedText(
      this.client.code,
      askId,
      {
        changed: (state) => {
          if (state === 'saved') this.#saved(askId, copy.text.toJSON());
        },
        lost: () => {},
        moved: () => {},
      },
      {
        get: () => drafts.get(key),
        set: (update) => drafts.set(key, update),
        listen: (listener) => drafts.subscribe(key, listener),
      },
    );
    this.texts.set(askId, copy);
    return copy;
  }

  /** Nobody deletes anything, so that what was saved once is there for ever. */
  #saved(askId: string, text: string): void {
    for (const [word] of text.matchAll(/<mb_\w+~\w+>/g))
      if (word.includes(this.memberId)) this.world.saved.set(word, askId);
  }
}
