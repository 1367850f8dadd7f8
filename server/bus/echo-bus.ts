import { z } from 'zod';
import type { Log } from '../log';
import { cursorFrame } from '../protocol/wire';
import type { Bus, BusMessage } from '../runtime/bus';

/** What carries texts between the processes. Each text that it accepts reaches all of them, its sender too, or is lost. */
export interface Carrier {
  /** Drops a text that it cannot carry now. */
  publish(text: string): void;
  onText(listener: (text: string) => void): void;
  close(): void;
}

/** How often (ms) this process sends itself a message: the echo proves that the whole path works. */
const ECHO_MS = 1_000;
/** Without an echo for this long (ms) the other processes count as not heard. */
const SILENT_MS = 4_000;
/** After this long (ms) every other process has told who is connected to it: see the heartbeat of the rooms. */
const SETTLED_MS = 6_000;
/** Smaller differences (ms) between the clocks of two processes do not matter. */
const SKEW_MS = 2_000;

const envelope = z.object({
  from: z.string(),
  /** The sender's time (ms), in an echo. */
  at: z.number().optional(),
  /** Null: an echo. */
  message: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('room-moved'), roomId: z.string() }),
      z.object({ kind: z.literal('members-here'), roomId: z.string(), memberIds: z.array(z.string()) }),
      z.object({ kind: z.literal('code-moved'), roomId: z.string(), askId: z.string() }),
      z.object({ kind: z.literal('cursors-moved'), roomId: z.string(), cursors: z.array(cursorFrame) }),
      z.object({ kind: z.literal('signed-out'), principalId: z.string() }),
      z.object({ kind: z.literal('session-ended'), sessionId: z.string() }),
    ]),
  ),
});

const NOBODY: ReadonlySet<string> = new Set();

export interface EchoBusSettings {
  from: string;
  log: Log;
  now(): number;
  /** The other processes that the record knows to be alive; null while it does not say. */
  others?(): ReadonlySet<string> | null;
}

/** The bus of the process `from` over any carrier. When the carrier falls silent and when it is back, the log says so. */
export function openEchoBus(
  carrier: Carrier,
  { from, log, now, others = () => NOBODY }: EchoBusSettings,
): Bus {
  const hearing = watchEcho(log);
  const silence = watchSilence(others);
  const clocks = watchClocks(log);
  const listeners: ((message: BusMessage, from: string) => void)[] = [];
  carrier.onText((text) => {
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success) return;
    if (parsed.data.from === from) return hearing.echoed();
    silence.heard(parsed.data.from);
    if (parsed.data.at !== undefined) clocks.heard(parsed.data.from, parsed.data.at - now());
    if (parsed.data.message === null) return;
    for (const listener of listeners) listener(parsed.data.message, parsed.data.from);
  });
  const echoing = setInterval(() => {
    carrier.publish(JSON.stringify({ from, at: now(), message: null }));
    hearing.look();
    silence.look();
  }, ECHO_MS);
  return {
    alone: false,
    hears: () => hearing.isSettled() && silence.isNone(),
    skewMs: clocks.largest,
    send: (message) => carrier.publish(JSON.stringify({ from, message })),
    onMessage: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      clearInterval(echoing);
      carrier.close();
    },
  };
}

/** Whether this process's messages come back, and since when; the log reports every change. */
function watchEcho(log: Log) {
  let lastEcho = performance.now();
  let heardSince: number | null = null;
  let isTold = false;
  return {
    echoed: () => {
      lastEcho = performance.now();
      if (heardSince !== null) return;
      heardSince = lastEcho;
      if (isTold) log.info({ state: 'redis-back' }, 'Redis is back: the other processes are heard again');
      isTold = false;
    },
    look: () => {
      if (isTold || performance.now() - lastEcho < SILENT_MS) return;
      heardSince = null;
      isTold = true;
      log.warn(
        { state: 'redis-gone' },
        'Redis does not answer: other processes hear of this one later, and who is connected to them is unknown',
      );
    },
    isSettled: () => heardSince !== null && performance.now() - heardSince > SETTLED_MS,
  };
}

/** Whether every process that is alive is also heard: one that only the bus has lost may have people connected to it. */
function watchSilence(others: () => ReadonlySet<string> | null) {
  /** When each was heard, or first known to be alive. */
  const heardAt = new Map<string, number>();
  const look = () => {
    const alive = others();
    if (alive === null) return null;
    const now = performance.now();
    for (const process of alive) if (!heardAt.has(process)) heardAt.set(process, now);
    for (const [process, at] of heardAt)
      if (!alive.has(process) && now - at > SILENT_MS) heardAt.delete(process);
    return alive;
  };
  return {
    heard: (process: string) => void heardAt.set(process, performance.now()),
    look,
    isNone: () => {
      const alive = look();
      if (alive === null) return false;
      const now = performance.now();
      return [...alive].every((process) => now - (heardAt.get(process) ?? now) <= SILENT_MS);
    },
  };
}

/**
 * Logs a process whose clock differs by more than a message takes. The order of both processes' events in one room is still
 * right, but answers' times are wrong by this difference.
 */
function watchClocks(log: Log) {
  const told = new Set<string>();
  const lately = new Map<string, { aheadMs: number; at: number }>();
  return {
    /** Of those that were heard lately (ms). */
    largest: () => {
      const since = performance.now() - SILENT_MS;
      for (const [process, { at }] of lately) if (at < since) lately.delete(process);
      return Math.max(0, ...[...lately.values()].map(({ aheadMs }) => Math.abs(aheadMs)));
    },
    heard: (process: string, aheadMs: number) => {
      lately.set(process, { aheadMs, at: performance.now() });
      const isOff = Math.abs(aheadMs) >= SKEW_MS;
      if (isOff && !told.has(process)) {
        told.add(process);
        log.warn(
          { state: 'clock-differs', process, aheadMs },
          'the clock of another process differs: set the machines’ clocks by NTP',
        );
      } else if (!isOff) told.delete(process);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
