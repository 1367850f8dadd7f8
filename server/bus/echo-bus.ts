import { z } from 'zod';
import type { Log } from '../log';
import { cursorFrame } from '../protocol/wire';
import type { Bus, BusMessage } from '../runtime/bus';
import { watchEcho, watchRecords, watchSilence } from './hearing';
import { watchClocks } from './peer-clocks';

/** What carries texts between the processes. Each text that it accepts reaches all of them, its sender too, or is lost. */
export interface Carrier {
  /** Drops a text that it cannot carry now. */
  publish(text: string): void;
  /** How many were dropped. */
  lost(): number;
  /** Why it does not carry now, as far as it knows. */
  problem(): string | null;
  onText(listener: (text: string) => void): void;
  close(): void;
}

/** How often (ms) this process sends itself a message: the echo proves that the whole path works. */
const ECHO_MS = 1_000;
const envelope = z.object({
  from: z.string(),
  /** The sender's time (ms), in an echo. */
  at: z.number().optional(),
  /** In an echo: whether the sender can write to the record, as far as it knows. */
  record: z.boolean().nullish(),
  /** Null: an echo. */
  message: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('room-moved'), roomId: z.string() }),
      z.object({
        kind: z.literal('members-here'),
        rooms: z.array(z.tuple([z.string(), z.array(z.string())])),
      }),
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
  /** The other processes that have people, according to the record; null while it does not say. */
  others?(): ReadonlySet<string> | null;
  /** Whether this process can write to the record; null if it does not know. */
  recordWorks?(): boolean | null;
}

/** The bus of the process `from` over any carrier. When the carrier falls silent and when it is back, the log says so. */
export function openEchoBus(
  carrier: Carrier,
  { from, log, now, others = () => NOBODY, recordWorks = () => null }: EchoBusSettings,
): Bus {
  const hearing = watchEcho(log, carrier.problem);
  const silence = watchSilence(log, others);
  const clocks = watchClocks(log);
  const records = watchRecords();
  const listeners: ((message: BusMessage, from: string) => void)[] = [];
  carrier.onText((text) => {
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success) return;
    if (parsed.data.from === from) return hearing.echoed();
    silence.heard(parsed.data.from);
    if (parsed.data.at !== undefined) {
      clocks.heard(parsed.data.from, parsed.data.at - now());
      records.heard(parsed.data.from, parsed.data.record === true);
    }
    if (parsed.data.message === null) return;
    for (const listener of listeners) listener(parsed.data.message, parsed.data.from);
  });
  const echoing = setInterval(() => {
    carrier.publish(JSON.stringify({ from, at: now(), record: recordWorks(), message: null }));
    hearing.look();
    silence.look(hearing.isSettled());
    clocks.look();
  }, ECHO_MS);
  return {
    alone: false,
    hears: () => hearing.isSettled() && silence.isNone(),
    othersWork: records.someWork,
    report: () => ({
      works: hearing.isSettled(),
      silentProcesses: hearing.isSettled() ? silence.count() : 0,
      skewMs: clocks.largest(),
      lost: carrier.lost(),
    }),
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
