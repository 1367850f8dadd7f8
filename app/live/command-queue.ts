import type { Command, CommandBody } from '@/server/protocol/commands';
import type { RejectionCode } from '@/server/protocol/rejections';
import type { Ack } from '@/server/protocol/wire';
import { LIMITS } from '@/server/protocol/words';
import { bytesOf } from './bytes-of';
import { aboutOf, coalesceKey, keepsForLong, newerOf } from './coalesce';
import type { QueuedCommand, QueueStore } from './queue-store';
import { randomId } from './random-id';

/** Rejections that mean *not now* rather than *no*. */
const PASSING: ReadonlySet<RejectionCode> = new Set<RejectionCode>(['unavailable', 'slow-down']);
const RETRY_MS = 500;
const RETRY_MAX_MS = 8_000;
/** A steering command that could not be sent for this long (ms) is out of date. */
const STEERING_MS = 60_000;
const BEAT_MS = 4_000;
/** How long (ms) a text waits that the server has no room for yet. */
const ASIDE_MS = 30_000;

export interface QueueEvents {
  /** `held`: the server asked the client to wait. `reference` finds the reason in its log. */
  changed(pending: readonly QueuedCommand[], held: boolean, reference: string | null): void;
  accepted(command: Command): void;
  rejected(command: Command, message: string): void;
}

const TOO_LATE: Ack = {
  ok: false,
  code: 'wrong-phase',
  message: 'You were away too long for that to be sent. Look at the room, then try again.',
};

/** It was sent, and no answer came back: to send it again could repeat it late, and nobody here knows whether it happened. */
const PERHAPS: Ack = {
  ok: false,
  code: 'wrong-phase',
  message:
    'The connection was lost before the room could answer, so that may have happened. Look at the room before you try again.',
};

/** A frame of this size would cost the connection, and so would the next try. */
const TOO_LARGE: Ack = {
  ok: false,
  code: 'bad-command',
  message: 'That is too long to be sent. Make it shorter.',
};
/** Bytes that a frame holds besides the command. */
const AROUND = 256;

/**
 * Sends commands one at a time in the order in which they were made. It keeps each until it is answered, and sends it
 * again under the same id as often as necessary.
 */
export class CommandQueue {
  private entries: QueuedCommand[] = [];
  /** When this page made its commands, by `serverNow`. */
  private readonly madeAt = new Map<string, number>();
  private readonly settlers = new Map<string, (ack: Ack) => void>();
  private running = false;
  private open = false;
  private failures = 0;
  private held = false;
  private reference: string | null = null;
  /** While it is set, nothing is sent. */
  private wait: ReturnType<typeof setTimeout> | undefined;
  /** When the first of those that were set aside is tried again. */
  private return: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly deliver: (body: CommandBody) => Promise<Ack | null>,
    private readonly store: QueueStore,
    private readonly events: QueueEvents,
    /** The server's time, which nobody can set on this machine, and which goes on while the laptop sleeps. */
    private readonly serverNow: () => number,
  ) {}

  /** Takes over the commands that earlier tabs left, and keeps looking for more. */
  start(): void {
    this.adopt();
    this.beat = setInterval(() => {
      this.adopt();
      if (this.entries.length > 0) this.store.save(this.entries, Date.now());
    }, BEAT_MS);
  }

  stop(): void {
    this.setOpen(false);
    clearTimeout(this.return);
    clearInterval(this.beat);
    this.store.leave(this.entries);
  }

  /** For a person who left for good: unsent commands are dropped. */
  discard(): void {
    this.entries = [];
    this.keep();
  }

  /** After this the page may be frozen or gone, but it may also come back. */
  leave(): void {
    this.store.leave(this.entries);
  }

  push(command: Command): Promise<Ack> {
    const entry: QueuedCommand = { commandId: randomId(), command, queuedAt: Date.now(), sent: false };
    const older = this.replaceable(command);
    if (older) {
      // The newer one takes the older one's place and id, so that nobody waits in vain.
      older.command = newerOf(older.command, command);
      this.keep();
      return new Promise((resolve) => this.alsoSettle(older.commandId, resolve));
    }
    this.entries.push(entry);
    this.madeAt.set(entry.commandId, this.serverNow());
    this.keep();
    void this.run();
    return new Promise((resolve) => this.alsoSettle(entry.commandId, resolve));
  }

  /** Open while the link is up and the room is known. */
  setOpen(open: boolean): void {
    // A message from a server that asked the client to wait does not end the wait.
    if (open && this.open && this.held) return;
    this.open = open;
    this.failures = 0;
    this.endWait();
    if (open) void this.run();
  }

  private endWait(): void {
    clearTimeout(this.wait);
    this.wait = undefined;
  }

  /** The unsent command that this one replaces, unless something in between depends on the order. */
  private replaceable(command: Command): QueuedCommand | null {
    const key = coalesceKey(command);
    if (key === null) return null;
    for (const entry of this.entries.toReversed()) {
      if (entry.sent) return null;
      const other = coalesceKey(entry.command);
      if (other === key) return entry;
      if (other === null) return null;
    }
    return null;
  }

  private alsoSettle(commandId: string, resolve: (ack: Ack) => void): void {
    const before = this.settlers.get(commandId);
    this.settlers.set(commandId, (ack) => {
      before?.(ack);
      resolve(ack);
    });
  }

  private adopt(): void {
    const known = new Set(this.entries.map((e) => e.commandId));
    const orphans: QueuedCommand[] = [];
    for (const orphan of this.store.adopt(Date.now())) {
      if (known.has(orphan.commandId)) continue;
      known.add(orphan.commandId);
      orphans.push(orphan);
    }
    if (orphans.length === 0) return;
    // The command that is being sent stays in front.
    const first = this.running ? this.entries.slice(0, 1) : [];
    this.entries = [...first, ...orphans, ...this.entries.slice(first.length)];
    this.keep();
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running || this.wait !== undefined) return;
    this.running = true;
    for (let entry = this.next(); entry && this.open; entry = this.next()) {
      const ack = this.rejectionOf(entry) ?? (await this.attempt(entry));
      if (ack === null || (!ack.ok && PASSING.has(ack.code))) {
        this.hold(ack);
        this.waitAndRetry();
        break;
      }
      this.hold(null);
      this.failures = 0;
      if (!ack.ok && ack.code === 'too-many-words') this.setAside(entry);
      // It may have failed after it was stored. Sent again under its id, it is then answered as stored.
      else if (!ack.ok && ack.code === 'failed' && !entry.failed) entry.failed = true;
      else this.settle(entry, ack);
    }
    this.running = false;
    this.comeBackToAside();
  }

  /** The first command that need not wait: not set aside, nor about the same thing as one that is. */
  private next(): QueuedCommand | undefined {
    const now = Date.now();
    const waiting = new Set<string>();
    return this.entries.find(({ command, asideUntil = 0 }) => {
      const thing = aboutOf(command);
      // Further away than it was ever set, after somebody set the machine's clock.
      const isAside = asideUntil > now && asideUntil - now <= ASIDE_MS;
      if (isAside) waiting.add(thing);
      return !isAside && !waiting.has(thing);
    });
  }

  /** The first reference stays, or the person would have to read a new one every few seconds. */
  private hold(ack: Ack | null): void {
    this.held = ack !== null;
    if (ack === null) this.reference = null;
    else if (!ack.ok) this.reference ??= ack.reference ?? null;
  }

  /** It had no effect, so a newer version can still take its place. */
  private setAside(entry: QueuedCommand): void {
    entry.sent = false;
    entry.asideUntil = Date.now() + ASIDE_MS;
    this.keep();
  }

  private comeBackToAside(): void {
    const times = this.entries.flatMap(({ asideUntil }) => asideUntil ?? []);
    if (times.length === 0 || !this.open || this.wait !== undefined) return;
    clearTimeout(this.return);
    const ms = Math.min(ASIDE_MS, Math.max(RETRY_MS, Math.min(...times) - Date.now()));
    this.return = setTimeout(() => void this.run(), ms);
  }

  /** Why it is not sent at all, or not again. */
  private rejectionOf(entry: QueuedCommand): Ack | null {
    if (this.isTooLate(entry)) return entry.sent ? PERHAPS : TOO_LATE;
    return bytesOf(entry.command) > LIMITS.frame - AROUND ? TOO_LARGE : null;
  }

  private isTooLate(entry: QueuedCommand): boolean {
    if (entry.asideUntil !== undefined) return false;
    return !keepsForLong(entry.command) && this.ageOf(entry) > STEERING_MS;
  }

  /** Of another page's command only the machine's clock tells it. */
  private ageOf({ commandId, queuedAt }: QueuedCommand): number {
    const madeAt = this.madeAt.get(commandId);
    return madeAt === undefined ? Date.now() - queuedAt : this.serverNow() - madeAt;
  }

  private attempt(entry: QueuedCommand): Promise<Ack | null> {
    entry.sent = true;
    this.keep();
    return this.deliver({ commandId: entry.commandId, command: entry.command });
  }

  private waitAndRetry(): void {
    const ms = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** this.failures);
    this.failures += 1;
    this.keep();
    if (!this.open) return;
    this.wait = setTimeout(() => {
      this.endWait();
      void this.run();
    }, ms);
  }

  private settle(entry: QueuedCommand, ack: Ack): void {
    this.entries = this.entries.filter((e) => e !== entry);
    this.madeAt.delete(entry.commandId);
    this.keep();
    if (ack.ok) this.events.accepted(entry.command);
    else this.events.rejected(entry.command, ack.message);
    this.settlers.get(entry.commandId)?.(ack);
    this.settlers.delete(entry.commandId);
  }

  private keep(): void {
    this.store.save(this.entries, Date.now());
    this.events.changed([...this.entries], this.held, this.reference);
  }
}
