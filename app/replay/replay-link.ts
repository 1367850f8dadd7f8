import type { Link, LinkEvents } from '@/app/live/link';
import type { Moment } from './moments';

/** A line to the past: it brings whatever moment is shown, and takes nothing. */
export class ReplayLink implements Link {
  private events: LinkEvents | null = null;
  private n = 0;
  /** Milliseconds since the epoch, as it was then. */
  private now: number;

  constructor(now: number) {
    this.now = now;
  }

  readonly localTime = (): number => this.now;

  passesTo(now: number): void {
    this.now = now;
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

  async codeSync(): Promise<null> {
    return null;
  }

  cursor(): void {}

  /** What could be pushed then is not asked for: it can't be any more. */
  show({ known, time }: Moment): void {
    this.n += 1;
    const view = 'bank' in known.view ? { ...known.view, bank: { id: null } } : known.view;
    this.events?.full({ ...known, view, n: this.n, at: time });
  }
}
