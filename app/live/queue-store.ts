import type { CommandBody } from '@/server/protocol/commands';
import type { KeyValue } from './key-value';

export interface QueuedCommand extends CommandBody {
  /** ms, by this machine's clock. */
  queuedAt: number;
  /** True if it may have reached the server: it is sent again unchanged, and never replaced. */
  sent: boolean;
  /** The server answered once that it failed at this one. */
  failed?: boolean;
  /** The server takes no more long texts for a while: until then (ms, by this machine's clock) it waits, and others pass it. */
  asideUntil?: number;
}

interface Kept {
  /** When its tab last wrote (ms), or 0 if the tab has closed. */
  beat: number;
  entries: QueuedCommand[];
}

/** A tab that has not written for this long (ms) is gone. */
const GONE_MS = 10_000;

/**
 * This tab's unacknowledged commands, kept across reloads under a key of the tab's own. The next tab adopts the queues of
 * tabs that are gone. If two tabs adopt the same queue, that does no harm, since a command id has one effect. (Web Locks
 * would tell exactly which tab is alive, but exist only under https, and friends on a home network use http.)
 */
export class QueueStore {
  private readonly prefix: string;
  private readonly own: string;

  constructor(
    private readonly storage: KeyValue,
    roomId: string,
    memberId: string,
    tab: string,
  ) {
    this.prefix = `hotseat:queue:${roomId}:${memberId}:`;
    this.own = this.prefix + tab;
  }

  save(entries: readonly QueuedCommand[], now: number): void {
    if (entries.length === 0) this.storage.remove(this.own);
    else this.storage.set(this.own, JSON.stringify({ beat: now, entries }));
  }

  /** The tab closes, and the next one may take over at once. */
  leave(entries: readonly QueuedCommand[]): void {
    this.save(entries, 0);
  }

  /** Takes over the queues of tabs that are gone, oldest command first. */
  adopt(now: number): QueuedCommand[] {
    const adopted: QueuedCommand[] = [];
    for (const key of this.storage.keys()) {
      if (!key.startsWith(this.prefix) || key === this.own) continue;
      const kept = this.read(key);
      if (kept && now - kept.beat < GONE_MS) continue;
      if (kept) adopted.push(...kept.entries);
      this.storage.remove(key);
    }
    return adopted.sort((a, b) => a.queuedAt - b.queuedAt);
  }

  private read(key: string): Kept | null {
    try {
      const kept: Kept | null = JSON.parse(this.storage.get(key) ?? 'null');
      return kept && Array.isArray(kept.entries) ? kept : null;
    } catch {
      return null;
    }
  }
}
