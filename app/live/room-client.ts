import type { Command } from '@/server/protocol/commands';
import { ownOf } from '@/server/protocol/in-order';
import type { Mine } from '@/server/protocol/mine';
import { Replica, type Taken } from '@/server/protocol/replica';
import type { Ack, ConnectionRejectionCode, FullFrame, OutFrame } from '@/server/protocol/wire';
import { CodeChannel } from './code-channel';
import { CommandQueue } from './command-queue';
import { Drafts, type Locks } from './drafts';
import { GivingBack } from './giving-back';
import type { KeyValue } from './key-value';
import type { Link } from './link';
import { type Connection, type LiveState, nothingYet, type StopReason, withKnown } from './live-state';
import { overlay } from './overlay';
import { QueueStore } from './queue-store';
import { randomId } from './random-id';
import { ServerClock } from './server-clock';
import { Silence } from './silence';

const CLOCK_QUESTIONS = 4;
/** How long (ms) a connection must be up before an overtaken greeting counts as lost. */
const GREETING_MS = 1_000;
/** How long (ms) a first connection, or another one, may take before the person is told what may block it. */
const PATIENCE_MS = { connecting: 4_000, reconnecting: 20_000 } as const;

/** One person's side of one room: what they know about it, and what is still to be sent. Framework-free. */
export class RoomClient {
  readonly drafts: Drafts;
  readonly code: CodeChannel;
  private state: LiveState = nothingYet;
  private readonly replica = new Replica();
  private readonly queue: CommandQueue;
  private readonly listeners = new Set<() => void>();
  private readonly rejectionListeners = new Set<(message: string) => void>();
  private syncing = false;
  private measuring = false;
  private patience: ReturnType<typeof setTimeout> | undefined;
  /** Since when (ms, this page's time) the client has waited for the whole view: since it connected, or asked for it. */
  private waitingSince = 0;
  private overlaid: { mine: Mine; pending: LiveState['pending']; shown: Mine } | null = null;
  private readonly silence = new Silence(() => {
    if (this.state.connection.kind === 'live') this.tryAgain();
  });

  constructor(
    private readonly link: Link,
    storage: KeyValue,
    roomId: string,
    memberId: string,
    readonly clock = new ServerClock(),
    locks?: Locks,
  ) {
    this.code = new CodeChannel(link);
    const window = randomId();
    this.drafts = new Drafts(storage, roomId, memberId, window, locks);
    const givingBack = new GivingBack(this.drafts);
    this.queue = new CommandQueue(
      (body) => {
        this.silence.asked();
        return link.command(body);
      },
      new QueueStore(storage, roomId, memberId, window),
      {
        changed: (pending, held, reference) => this.show({ ...this.state, pending, held, reference }),
        accepted: () => this.show({ ...this.state, accepted: this.state.accepted + 1 }),
        rejected: (command, message) => {
          givingBack.take(command, (askId) => ownOf(this.replica.known?.mine.asks ?? {}, askId)?.notes ?? {});
          for (const listener of this.rejectionListeners) listener(message);
        },
      },
      () => this.clock.now(),
    );
  }

  open(): void {
    this.tryAgain();
    this.drafts.start();
    this.queue.start();
    this.link.open({
      up: () => this.onUp(),
      down: () => this.onDown(),
      traffic: () => this.onTraffic(),
      rejected: (code: ConnectionRejectionCode) => this.stop(code === 'unavailable' ? 'not-found' : code),
      full: (frame) => this.onFull(frame),
      patch: (frame) => this.took(this.replica.patch(frame), frame.at),
      presence: (presence) => this.show({ ...this.state, presence }),
      head: (head) => this.took(this.replica.isBehind(head) ? 'gap' : 'seen-before', head.at),
      out: (frame: OutFrame) => this.stop(frame.reason),
      code: (frame) => this.code.updated(frame),
      cursor: (frame) => this.code.moved(frame),
    });
    this.silence.start();
  }

  close(): void {
    clearTimeout(this.patience);
    this.silence.stop();
    this.queue.stop();
    this.drafts.stop();
    this.link.close();
  }

  /** Shows the command at once and keeps it until it is answered. Resolves with the room's answer, however long that takes. */
  send = (command: Command): Promise<Ack> => this.queue.push(command);

  getState = (): LiveState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Called with a sentence for the person whenever the room rejects a command. */
  onRejection(listener: (message: string) => void): () => void {
    this.rejectionListeners.add(listener);
    return () => void this.rejectionListeners.delete(listener);
  }

  /** This device lost or regained its network (`navigator.onLine`). */
  networkChanged(online: boolean): void {
    if (this.state.connection.kind === 'stopped') return;
    if (online) {
      this.link.hurry();
      if (this.state.connection.kind === 'offline') this.tryAgain();
    } else this.setConnection({ kind: 'offline' });
  }

  /** The page is being hidden or closed; unsent commands stay for the next tab. */
  pageLeaves(): void {
    this.queue.leave();
    this.drafts.leave();
  }

  private onUp(): void {
    this.silence.heard();
    this.replica.connected();
    this.waitingSince = this.clock.local();
    void this.measureClock();
  }

  private onDown(): void {
    this.queue.setOpen(false);
    this.code.setOpen(false);
    const { kind } = this.state.connection;
    if (kind === 'live') this.tryAgain();
  }

  /**
   * The server greets with the whole view, and its messages arrive in order. A message that arrives late and without a
   * greeting before it shows that the greeting is lost. A connection on which nothing arrives yet is only slow.
   */
  private onTraffic(): void {
    this.silence.heard();
    if (!this.replica.isFresh) {
      const isLate = this.clock.local() - this.waitingSince > GREETING_MS;
      // A link reports traffic before the frame itself, which may be the greeting.
      if (isLate) setTimeout(() => this.askForGreeting());
      return;
    }
    const { kind } = this.state.connection;
    if (!this.syncing && (kind === 'reconnecting' || kind === 'offline')) this.goLive();
  }

  private askForGreeting(): void {
    if (!this.replica.isFresh && this.state.connection.kind !== 'stopped') void this.sync();
  }

  private onFull(frame: FullFrame): void {
    if (this.replica.full(frame) !== 'taken') return;
    this.clock.heard(frame.at);
    this.showKnown();
    this.goLive();
  }

  private goLive(): void {
    this.setConnection({ kind: 'live' });
    this.queue.setOpen(true);
    this.code.setOpen(true);
  }

  private took(taken: Taken, at: number): void {
    if (this.clock.heard(at)) void this.measureClock();
    if (taken === 'taken') this.showKnown();
    if (taken === 'gap') void this.sync();
  }

  private showKnown(): void {
    if (this.replica.known) this.show(withKnown(this.state, this.replica.known));
  }

  private async sync(): Promise<void> {
    if (this.syncing) return;
    this.syncing = true;
    const frame = await this.link.sync();
    this.syncing = false;
    this.waitingSince = this.clock.local();
    if (frame) this.onFull(frame);
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

  /** The line is being made: the first one for as long as nothing is known of the room. */
  private tryAgain(): void {
    const kind = this.replica.known ? 'reconnecting' : 'connecting';
    this.setConnection({ kind, slow: false });
    this.patience = setTimeout(
      () => this.show({ ...this.state, connection: { kind, slow: true } }),
      PATIENCE_MS[kind],
    );
  }

  private setConnection(connection: Connection): void {
    clearTimeout(this.patience);
    if (connection.kind !== 'stopped' && connection.kind === this.state.connection.kind) return;
    this.show({ ...this.state, connection });
  }

  private show(next: LiveState): void {
    this.state = { ...next, mine: this.shownMine(next) };
    for (const listener of this.listeners) listener();
  }

  private shownMine(next: LiveState): Mine | null {
    const mine = this.replica.known?.mine;
    if (!mine) return null;
    if (this.overlaid?.mine !== mine || this.overlaid.pending !== next.pending)
      this.overlaid = { mine, pending: next.pending, shown: overlay(mine, next.pending) };
    return this.overlaid.shown;
  }
}
