import { type Answer, ask, post } from '@/app/http';
import type { Story, StoryChange, StoryText } from '@/server/protocol/story';
import { isTooLong } from './story-words';

/** After how long without a key a text is saved, and tried again (ms). */
const PAUSE_MS = 800;
const AGAIN_MS = 5_000;

/**
 * `not-yet`: it is tried again. `elsewhere`: another device changed the story first, and nothing is written over. `gone`:
 * another device deleted it.
 */
export type Saved = 'saved' | 'saving' | 'not-yet' | 'too-long' | 'elsewhere' | 'gone';

export interface StoryState {
  text: StoryText;
  saved: Saved;
}

/** The server, as far as a story needs it. */
export interface StoryServer {
  put(id: string, change: StoryChange): Promise<Answer<Story>>;
  list(): Promise<Answer<Story[]>>;
}

const server: StoryServer = {
  put: (id, change) => post(`/api/stories/${id}`, change, 'PUT'),
  list: () => ask('GET', '/api/stories'),
};

/**
 * Saves one story while it is typed, one request at a time. It outlives its editor: a story that is folded, or a page that is
 * left and opened again, loses no word that this page has.
 */
export class StorySaver {
  private readonly id: string;
  private state: StoryState;
  private readonly listeners = new Set<() => void>();
  private revision: number;
  /** The title that was saved last: a story is never without one. */
  private title: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isStopped = false;
  /** Texts that the server may have, though its answer never arrived. */
  private unsure: StoryText[] = [];

  constructor(
    story: Story,
    private readonly to: StoryServer = server,
  ) {
    this.id = story.id;
    this.revision = story.revision;
    this.title = story.title;
    this.state = { text: textOf(story), saved: 'saved' };
  }

  getState = (): StoryState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What a list says of it, with a title in any case. */
  shown(): StoryText {
    return this.withTitle(this.state.text);
  }

  /** What the server has now, where this page has nothing newer. */
  adopt(story: Story): void {
    if (this.state.saved !== 'saved' || story.revision <= this.revision) return;
    this.take(story);
  }

  change(part: Partial<StoryText>): void {
    const text = typed({ ...this.state.text, ...part });
    const { saved } = this.state;
    const waits = saved === 'elsewhere' || saved === 'gone';
    this.show({ text, saved: waits ? saved : 'saving' });
    if (!waits) this.later(PAUSE_MS);
  }

  /** The editor closes: what waits is saved at once, and a title that was cleared is the last one again. */
  fold(): void {
    this.show({ ...this.state, text: this.shown() });
    if (this.state.saved === 'saving') this.later(0);
  }

  /** Writes this text over the other device's. False while the server can't be reached. */
  async keepMine(): Promise<boolean> {
    return this.withOther((other) => {
      this.revision = other.revision;
      this.show({ ...this.state, saved: 'saving' });
      this.later(0);
    });
  }

  /** Takes the other device's text. False while the server can't be reached. */
  async takeOther(): Promise<boolean> {
    return this.withOther((other) => this.take(other));
  }

  /** It was deleted here. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async save(): Promise<void> {
    // Its answer brings the revision that the next one needs.
    if (this.isSending) return;
    const sent = this.state.text;
    const whole = this.withTitle(sent);
    if (isTooLong(whole)) return this.show({ ...this.state, saved: 'too-long' });
    this.isSending = true;
    const answer = await this.to.put(this.id, { ...whole, revision: this.revision });
    this.isSending = false;
    if (this.isStopped) return;
    if (answer.ok) return this.arrived(answer.value, sent);
    if (answer.code === 'not-found') return this.show({ ...this.state, saved: 'gone' });
    if (answer.code === 'changed-meanwhile') return this.resolve();
    if (answer.code === 'unavailable') this.unsure.push(whole);
    this.notYet();
  }

  private arrived({ revision, title }: Story, sent: StoryText): void {
    this.revision = revision;
    this.title = title;
    this.unsure = [];
    const isNewest = this.state.text === sent;
    this.show({ ...this.state, saved: isNewest ? 'saved' : 'saving' });
    if (!isNewest) this.later(PAUSE_MS);
  }

  /** Somebody was first: another device, or this page itself, with a request whose answer was lost. */
  private async resolve(): Promise<void> {
    const isReached = await this.withOther((other) => {
      if (!this.unsure.some((text) => isSame(text, other)))
        return this.show({ ...this.state, saved: 'elsewhere' });
      this.revision = other.revision;
      this.title = other.title;
      this.later(0);
    });
    if (!isReached) this.notYet();
  }

  private async withOther(then: (other: Story) => void): Promise<boolean> {
    const found = await this.to.list();
    if (this.isStopped) return true;
    if (!found.ok) return false;
    const other = found.value.find(({ id }) => id === this.id);
    if (other) then(other);
    else this.show({ ...this.state, saved: 'gone' });
    return true;
  }

  private take(story: Story): void {
    this.revision = story.revision;
    this.title = story.title;
    this.unsure = [];
    this.show({ text: textOf(story), saved: 'saved' });
  }

  private notYet(): void {
    this.show({ ...this.state, saved: 'not-yet' });
    this.later(AGAIN_MS);
  }

  private withTitle(text: StoryText): StoryText {
    return text.title.trim() === '' ? { ...text, title: this.title } : text;
  }

  private show(state: StoryState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Without what no text may hold, and what a paste brings along. */
function typed(text: StoryText): StoryText {
  const part = (words: string) => words.replaceAll('\0', '');
  return {
    title: text.title.replace(/\p{Cc}/gu, ' '),
    situation: part(text.situation),
    task: part(text.task),
    action: part(text.action),
    result: part(text.result),
    toldMs: text.toldMs,
  };
}

function textOf({ title, situation, task, action, result, toldMs }: StoryText): StoryText {
  return { title, situation, task, action, result, toldMs };
}

function isSame(a: StoryText, b: StoryText): boolean {
  return (
    a.title.trim() === b.title.trim() &&
    JSON.stringify({ ...textOf(a), title: '' }) === JSON.stringify({ ...textOf(b), title: '' })
  );
}
