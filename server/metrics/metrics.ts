import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BusReport } from '../runtime/bus';

/** What is asked at every scrape. Milliseconds, bytes, counts. */
export interface Watched {
  connections(): number;
  /** Rooms that somebody is connected to. */
  rooms(): number;
  queuedBytes(): number;
  recordWorks(): Promise<boolean>;
  /** What comes through between the processes. */
  bus(): BusReport;
  isDraining(): boolean;
  /** How far the clock that somebody can set, the machine's or the record's, is ahead of the one that this process goes by. */
  clockSkewMs(): number;
  /** How far the machine's clock is ahead of the record's; 0 where the record has none of its own. */
  machineSkewMs(): number;
  /** How long the oldest webhook has waited that is still tried. */
  oldestWebhookMs(): Promise<number>;
}

/** What a process tells of itself in numbers: no label ever holds a name, an id or anything that somebody wrote. */
export interface Metrics {
  contentType: string;
  /** Prometheus's text format. */
  text(): Promise<string>;
  /** A room's answer to a command: `ok`, the code of its rejection, or `failed` for a bug. */
  handled(type: string, outcome: string, ms: number): void;
  /** A command that reached no room, by the code of its rejection. */
  turnedAway(code: string): void;
  appended(outcome: string, ms: number): void;
  /** The frames of one change were handed to everybody who is connected here. */
  published(ms: number): void;
  /** A connection asked for its whole view again. */
  resynced(): void;
  /** A connection that did not read was closed. */
  cutUnread(): void;
  /** What became of one request to the operator's own system. */
  webhook(outcome: 'sent' | 'failed' | 'given-up'): void;
  watch(watched: Watched): void;
  /** Memory, processor, garbage collection and how late the event loop is: once a process. */
  watchNode(): void;
}

/** Seconds: an append to a local disk takes half a millisecond, and nobody waits for longer than five seconds. */
const SECONDS = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const histogram = (name: string, help: string, labelNames: string[] = []) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });

  const commands = counter('hotseat_commands_total', 'Commands that a room answered', ['type', 'outcome']);
  const command = histogram('hotseat_command_seconds', 'From a command’s arrival at its room to the answer');
  const away = counter('hotseat_turned_away_total', 'Commands that were rejected before any room saw them', [
    'code',
  ]);
  const append = histogram('hotseat_append_seconds', 'Appends to the record', ['outcome']);
  const publish = histogram('hotseat_publish_seconds', 'From a stored change to the last of its frames');
  const resyncs = counter('hotseat_resyncs_total', 'Connections that asked for their whole view again');
  const unread = counter(
    'hotseat_unread_closed_total',
    'Connections that were closed since they did not read',
  );
  const webhooks = counter('hotseat_webhooks_total', 'Webhooks, by what became of each try', ['outcome']);
  // Without a 0 first, Prometheus sees no increase at the first one.
  for (const outcome of ['sent', 'failed', 'given-up']) webhooks.inc({ outcome }, 0);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    handled: (type, outcome, ms) => {
      commands.inc({ type, outcome });
      command.observe(ms / 1_000);
    },
    turnedAway: (code) => away.inc({ code }),
    appended: (outcome, ms) => append.observe({ outcome }, ms / 1_000),
    published: (ms) => publish.observe(ms / 1_000),
    resynced: () => resyncs.inc(),
    cutUnread: () => unread.inc(),
    webhook: (outcome) => webhooks.inc({ outcome }),
    watch: (watched) => watchGauges(registry, watched),
    watchNode: () => collectDefaultMetrics({ register: registry }),
  };
}

function watchGauges(registry: Registry, watched: Watched): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge('hotseat_connections', 'Connections to rooms', watched.connections);
  gauge('hotseat_rooms', 'Rooms that somebody is connected to here', watched.rooms);
  gauge('hotseat_queued_bytes', 'What connections are owed and have not read', watched.queuedBytes);
  gauge('hotseat_record_works', '1 when an append would be written now', async () =>
    Number(await watched.recordWorks()),
  );
  gauge('hotseat_redis_heard', '1 when messages between processes arrive, or there are none', () =>
    Number(watched.bus().works),
  );
  gauge(
    'hotseat_peers_silent',
    'Processes that have people and are not heard although messages arrive',
    () => watched.bus().silentProcesses,
  );
  new Counter({
    name: 'hotseat_bus_lost_total',
    help: 'Messages to the other processes that were dropped',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(watched.bus().lost);
    },
  });
  gauge('hotseat_draining', '1 from SIGTERM on', () => Number(watched.isDraining()));
  gauge(
    'hotseat_clock_skew_seconds',
    'The clock that somebody can set less the one that this process goes by',
    () => watched.clockSkewMs() / 1_000,
  );
  gauge(
    'hotseat_machine_clock_skew_seconds',
    'The machine’s clock less the record’s',
    () => watched.machineSkewMs() / 1_000,
  );
  gauge(
    'hotseat_webhooks_oldest_seconds',
    'How long the oldest webhook has waited that is still tried',
    async () => (await watched.oldestWebhookMs()) / 1_000,
  );
  gauge(
    'hotseat_peer_clock_skew_seconds',
    'The largest difference to the clock of another process',
    () => watched.bus().skewMs / 1_000,
  );
}
