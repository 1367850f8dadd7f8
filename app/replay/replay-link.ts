import type { Link, LinkEvents } from '@/app/live/link';
import type { Playback } from '@/server/protocol/playback';
import type { CodeMissing, VectorBody } from '@/server/protocol/wire';
import type { Moment } from './moments';
import type { RecordedCode } from './recorded-code';

/** Delay before code that could not be fetched is requested again (ms). */
const AGAIN_MS = 5_000;

/** A connection to the past: it delivers the moment that is shown, and accepts no command. */
export class ReplayLink implements Link {
  readonly takesCode = false;
  private events: LinkEvents | null = null;
  private n = 0;
  private readonly codes = new Map<string, Promise<RecordedCode | null>>();

  /** `now`: milliseconds since the epoch, as it was then. `playback`: how the code of an ask was written. */
  constructor(
    private now: number,
    private readonly playback: (askId: string) => Promise<Playback | null>,
  ) {}

  readonly localTime = (): number => this.now;

  passesTo(now: number): void {
    this.now = now;
    for (const code of this.codes.values()) void code.then((recorded) => recorded?.passesTo(this.now));
  }

  open(events: LinkEvents): void {
    this.events = events;
    events.up();
  }

  close(): void {
    this.events = null;
  }

  hurry(): void {}

  async command(): Promise<null> {
    return null;
  }

  async sync(): Promise<null> {
    return null;
  }

  async time(): Promise<null> {
    return null;
  }

  async code(): Promise<null> {
    return null;
  }

  /** Fetched when a screen first shows it. */
  async codeSync({ askId, vector }: VectorBody): Promise<CodeMissing | null> {
    const code = this.codes.get(askId) ?? this.recorded(askId);
    this.codes.set(askId, code);
    const recorded = await code;
    if (!recorded) this.codes.delete(askId);
    return recorded?.missing(vector) ?? null;
  }

  private async recorded(askId: string): Promise<RecordedCode | null> {
    const [playback, { RecordedCode }] = await Promise.all([this.playback(askId), import('./recorded-code')]);
    if (!playback) return new Promise((resolve) => setTimeout(resolve, AGAIN_MS, null));
    const recorded = new RecordedCode(playback, (update) => this.events?.code({ askId, update }));
    recorded.passesTo(this.now);
    return recorded;
  }

  cursor(): void {}

  /** Doesn't request what could be pushed then, because nobody can push it now. */
  show({ known, time }: Moment): void {
    this.n += 1;
    const view = 'bank' in known.view ? { ...known.view, bank: { id: null } } : known.view;
    this.events?.full({ ...known, view, n: this.n, at: time });
  }
}
