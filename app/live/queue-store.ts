import type { CommandBody } from '@/server/protocol/commands';
import type { KeyValue } from './key-value';

export interface QueuedCommand extends CommandBody {
  /** ms, by this machine's clock. */
  queuedAt: number;
  /** May have reached the server: it is sent again as it is, and never replaced. */
  sent: boolean;
}

interface Kept {
  /** When its tab last showed a sign of life (ms), and 0 when the tab said goodbye. */
  beat: number;
  entries: QueuedCommand[];
}

/** A tab that has not written for so long (ms) is gone. */
const GONE_MS = 10_000;

/**
 * What this tab has not had acknowledged, kept across reloads under a key of the tab's own. Queues of tabs that
 * are gone are adopted by the next one. Two tabs that both believe a queue is theirs do no harm: the same command
 * id has one effect. (Web Locks would tell exactly which tab lives, but exist under https only; friends on a
 * home network use http.)
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

  /** The tab goes away: whoever comes next may take over at once. */
  leave(entries: readonly QueuedCommand[]): void {
    this.save(entries, 0);
  }

  /** Takes the queues of tabs that are gone, oldest command first. */
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
