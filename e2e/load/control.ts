import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** The benchmark's requests to a server under load, over the channel of the child process. */
export type ControlRequest =
  /** With everybody in them, or with only their hosts. */
  | { kind: 'open-rooms'; rooms: number; seats: 'all' | 'host' }
  | { kind: 'memory' }
  | { kind: 'cpu' }
  | { kind: 'encodings' }
  | { kind: 'record-size' }
  | { kind: 'start-profile' }
  | { kind: 'stop-profile'; file: string };

export interface ControlReplies {
  'open-rooms': OpenedRoom[];
  /** Bytes after a full garbage collection; `heap` also counts memory outside V8's heap. */
  memory: { rss: number; heap: number };
  /** Microseconds of processor time since the start. */
  cpu: number;
  /** How often each server event has been encoded since the start. */
  encodings: Record<string, number>;
  /** Bytes of the record's file, including everything written so far. */
  'record-size': number;
  'start-profile': null;
  /** By then the profile is in the file. */
  'stop-profile': null;
}
export type ControlKind = ControlRequest['kind'];

export interface Seat {
  cookie: string | null;
  role: 'host' | 'panelist' | 'candidate';
}

/** A room with everybody in it, and nobody connected yet. `items` can be pushed, in this order. */
export interface OpenedRoom {
  roomId: string;
  seats: Seat[];
  items: { itemId: string; pointIds: string[] }[];
}

/** People in one room: a host, four panelists and a candidate. */
export const SEATS_OF_A_ROOM: readonly Seat['role'][] = [
  'host',
  'panelist',
  'panelist',
  'panelist',
  'panelist',
  'candidate',
];

type Handlers = {
  [K in 'open-rooms' | 'encodings' | 'record-size']: (
    request: Extract<ControlRequest, { kind: K }>,
  ) => Promise<ControlReplies[K]>;
};

/** Answers in the server's process, in order, and reports the server's address. */
export function answerControl(url: string, handlers: Handlers, close: () => Promise<void>): void {
  const profiler = new Session();
  const replyTo = async (request: ControlRequest): Promise<unknown> => {
    switch (request.kind) {
      case 'open-rooms':
        return handlers['open-rooms'](request);
      case 'encodings':
        return handlers.encodings(request);
      case 'record-size':
        return handlers['record-size'](request);
      case 'memory':
        return memory();
      case 'cpu': {
        const { user, system } = process.cpuUsage();
        return user + system;
      }
      case 'start-profile':
        profiler.connect();
        await profiler.post('Profiler.enable');
        await profiler.post('Profiler.start');
        return null;
      case 'stop-profile': {
        const { profile } = await profiler.post('Profiler.stop');
        writeFileSync(request.file, JSON.stringify(profile));
        return null;
      }
      default:
        return request satisfies never;
    }
  };
  process.on('message', (request: ControlRequest) => {
    replyTo(request).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ problem: String(error) }),
    );
  });
  process.once('SIGTERM', () => {
    void close().finally(() => process.exit(0));
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ value: url });
}

async function memory(): Promise<ControlReplies['memory']> {
  // Memory outside the heap that the first collection releases is freed a turn later.
  for (let count = 0; count < 3; count += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}
