import type { Command } from '@/server/protocol/commands';
import type { Mine } from '@/server/protocol/mine';
import type { Ack, FullFrame, MineFrame, OutFrame, RefusalCode, SlicesFrame } from '@/server/protocol/wire';
import { CommandQueue } from './command-queue';
import { Drafts } from './drafts';
import type { KeyValue } from './key-value';
import type { Link } from './link';
import { type Connection, type LiveState, nothingYet, type StopReason, withReplica } from './live-state';
import { overlay } from './overlay';
import { QueueStore } from './queue-store';
import { randomId } from './random-id';
import { type Applied, applyFull, applyMine, applySlices, isBehind, type Replica } from './replica';
import { ServerClock } from './server-clock';
import { Silence } from './silence';

const CLOCK_QUESTIONS = 4;
/** How long (ms) to wait for the server's greeting before asking for it. */
const GREETING_MS = 1_000;

/** One person's side of one room: what is known of it, and what is still to be sent. Framework-free. */
export class RoomClient {
  readonly clock = new ServerClock();
  readonly drafts: Drafts;
  private state: LiveState = nothingYet;
  private replica: Replica | null = null;
  private readonly queue: CommandQueue;
  private readonly listeners = new Set<() => void>();
  private readonly refusalListeners = new Set<(message: string) => void>();
  private syncing = false;
  private measuring = false;
  /** Whether the replica was filled since the line came up. */
  private fresh = false;
  /** How often the line came up or went down. */
  private lines = 0;
  private overlaid: { mine: Mine; pending: LiveState['pending']; shown: Mine } | null = null;
  private readonly silence = new Silence(() => {
    if (this.state.connection.kind === 'live') this.setConnection({ kind: 'reconnecting' });
  });

  constructor(
    private readonly link: Link,
    storage: KeyValue,
    roomId: string,
    memberId: string,
  ) {
    this.drafts = new Drafts(storage, roomId, memberId);
    this.queue = new CommandQueue(
      (body) => {
        this.silence.asked();
        return link.command(body);
      },
      new QueueStore(storage, roomId, memberId, randomId()),
      {
        changed: (pending, held) => this.show({ ...this.state, pending, held }),
        refused: (command, message) => {
          this.drafts.giveBack(command);
          for (const listener of this.refusalListeners) listener(message);
        },
      },
    );
  }

  open(): void {
    this.show({ ...this.state, connection: { kind: 'connecting' } });
    this.queue.start();
    this.link.open(
      {
        up: () => this.onUp(),
        down: () => this.onDown(),
        traffic: () => this.onTraffic(),
        refused: (code: RefusalCode) => this.stop(code === 'unavailable' ? 'not-found' : code),
        full: (frame) => this.onFull(frame),
        slices: (frame: SlicesFrame) => this.apply(applySlices(this.replica, frame), frame.at),
        mine: (frame: MineFrame) => this.apply(applyMine(this.replica, frame), frame.at),
        presence: (presence) => this.show({ ...this.state, presence }),
        head: (head) => this.apply({ replica: this.replica, behind: isBehind(this.replica, head) }, head.at),
        out: (frame: OutFrame) => this.stop(frame.reason),
      },
      () => this.replica?.slices.bank?.id,
    );
    this.silence.start();
  }

  close(): void {
    this.silence.stop();
    this.queue.stop();
    this.link.close();
  }

  /** Shows at once, is kept until answered. Resolves with the room's answer, however long that takes. */
  send = (command: Command): Promise<Ack> => this.queue.push(command);

  getState = (): LiveState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Called with a sentence for the person whenever the room says no. */
  onRefusal(listener: (message: string) => void): () => void {
    this.refusalListeners.add(listener);
    return () => void this.refusalListeners.delete(listener);
  }

  /** This machine's network went or came (`navigator.onLine`). */
  networkChanged(online: boolean): void {
    if (this.state.connection.kind === 'stopped') return;
    if (online) {
      this.link.hurry();
      if (this.state.connection.kind === 'offline') this.setConnection({ kind: 'reconnecting' });
    } else this.setConnection({ kind: 'offline' });
  }

  /** The page is being hidden or torn down; unsent commands are left for whoever comes next. */
  pageLeaves(): void {
    this.queue.leave();
  }

  private onUp(): void {
    this.silence.heard();
    void this.measureClock();
    void this.catchUpSoon();
  }

  private onDown(): void {
    this.lines += 1;
    this.queue.setOpen(false);
    const { kind } = this.state.connection;
    if (kind === 'live') this.setConnection({ kind: 'reconnecting' });
  }

  private onTraffic(): void {
    this.silence.heard();
    const { kind } = this.state.connection;
    if (this.replica && !this.syncing && (kind === 'reconnecting' || kind === 'offline') && this.fresh)
      this.goLive();
  }

  private onFull(frame: FullFrame): void {
    const replica = applyFull(this.replica, frame);
    if (!replica) return void this.sync();
    this.replica = replica;
    this.fresh = true;
    this.clock.heard(frame.at);
    this.show(withReplica(this.state, this.replica));
    this.goLive();
  }

  private goLive(): void {
    this.setConnection({ kind: 'live' });
    this.queue.setOpen(true);
  }

  private apply(applied: Applied, at: number): void {
    if (this.clock.heard(at)) void this.measureClock();
    if (applied.replica !== this.replica && applied.replica) {
      this.replica = applied.replica;
      this.show(withReplica(this.state, applied.replica));
    }
    if (applied.behind) void this.sync();
  }

  private async sync(): Promise<void> {
    if (this.syncing) return;
    this.syncing = true;
    const frame = await this.link.sync();
    this.syncing = false;
    if (frame) this.onFull(frame);
  }

  /** The server greets with the whole room; should that get lost, ask for as long as the line is this one. */
  private async catchUpSoon(): Promise<void> {
    this.fresh = false;
    this.lines += 1;
    const line = this.lines;
    const isWaiting = () => !this.fresh && line === this.lines && this.state.connection.kind !== 'stopped';
    while (isWaiting()) {
      await new Promise((resolve) => setTimeout(resolve, GREETING_MS));
      if (isWaiting()) await this.sync();
    }
  }

  private async measureClock(): Promise<void> {
    if (this.measuring) return;
    this.measuring = true;
    for (let i = 0; i < CLOCK_QUESTIONS; i++) {
      const sentAt = this.clock.local();
      const at = await this.link.time();
      if (at !== null) this.clock.answered(sentAt, at);
    }
    this.measuring = false;
  }

  private stop(reason: StopReason): void {
    if (reason === 'removed' || reason === 'left' || reason === 'declined') this.queue.discard();
    this.setConnection({ kind: 'stopped', reason });
    this.close();
  }

  private setConnection(connection: Connection): void {
    if (connection.kind !== 'stopped' && connection.kind === this.state.connection.kind) return;
    this.show({ ...this.state, connection });
  }

  private show(next: LiveState): void {
    this.state = { ...next, mine: this.shownMine(next) };
    for (const listener of this.listeners) listener();
  }

  private shownMine(next: LiveState): Mine | null {
    const mine = this.replica?.mine;
    if (!mine) return null;
    if (this.overlaid?.mine !== mine || this.overlaid.pending !== next.pending)
      this.overlaid = { mine, pending: next.pending, shown: overlay(mine, next.pending) };
    return this.overlaid.shown;
  }
}
