import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { EMPTY_PREVIEW } from './preview';
import type { PackReading } from './read-pack';
import type { ReadJob, ReadNews } from './read-worker';

/** Reads sources that come from anybody, away from the thread that serves everybody. */
export interface PackReader {
  /** `who` stands for a person or an address. Null when that one, or everybody, has too many readings waiting. */
  read(source: string, who: string, asker?: ReadAsker): Promise<PackReading | null>;
  close(): Promise<void>;
}

export interface ReadAsker {
  /** Nobody has signed in: the worker spends two seconds on it, and no more. */
  stranger?: boolean;
  /** Aborted when the asker leaves: what waits for them is dropped. */
  signal?: AbortSignal;
}

export interface ReaderInput {
  /** The bundled `read-worker`. */
  file: URL;
  /** Milliseconds from when the worker begins with a source. */
  timeoutMs?: number;
  /** Megabytes of heap. */
  memoryMb?: number;
}

interface Waiting extends ReadJob {
  who: string;
  /** Milliseconds that it may take. */
  timeoutMs: number;
  answer(reading: PackReading | null): void;
}

/**
 * The largest ordinary guide (1 MB, 288 questions) takes 0.6 s, and 7.6 s on a machine whose every core has six
 * others to serve; the worst source that the caps let through (emphasis without end) takes 3.5 s.
 */
const TIMEOUT_MS = 10_000;
const STRANGER_MS = 2_000;
/** For a worker to begin: it says nothing of the source, so this only ends a worker that will never come. */
const START_MS = 60_000;
const MEMORY_MB = 192;
/** Readings that wait: of everybody, and of one person, whose editor asks at every pause. */
const QUEUE = 24;
const QUEUE_EACH = 3;
/** Readings kept by their source's hash, and the largest source (characters) worth keeping. */
const KEPT = 24;
const KEPT_SOURCE = 262_144;

/** One worker, started with the first reading; one that takes too long or too much is ended and started again. */
export function openReader({ file, timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB }: ReaderInput): PackReader {
  const queue: Waiting[] = [];
  const kept = new Map<string, PackReading>();
  /** The number of the last job of each person who has one. */
  const served = new Map<string, number>();
  let worker: Worker | null = null;
  let current: { waiting: Waiting; timer: NodeJS.Timeout } | null = null;
  let jobs = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
      // What a worker writes is a bug's trace at most, and stderr is not the log.
      stderr: true,
      stdout: true,
    });
    started.unref();
    started.on('message', ({ job, reading }: ReadNews) => {
      if (current?.waiting.job !== job) return;
      if (reading) settle(reading);
      else {
        clearTimeout(current.timer);
        current.timer = giveUpAfter(current.waiting.timeoutMs, started);
      }
    });
    const lost = () => {
      if (worker !== started) return;
      worker = null;
      if (current) settle(tooMuch());
    };
    // Out of memory, or a bug in the reader: either way this source is not read.
    started.on('error', lost);
    started.on('exit', lost);
    return started;
  }

  function settle(reading: PackReading): void {
    if (!current) return;
    const { waiting, timer } = current;
    clearTimeout(timer);
    current = null;
    waiting.answer(reading);
    next();
  }

  function next(): void {
    const waiting = current || closed ? undefined : takeNext();
    if (!waiting) return;
    served.set(waiting.who, waiting.job);
    worker ??= start();
    current = { waiting, timer: giveUpAfter(START_MS, worker) };
    worker.postMessage({ job: waiting.job, source: waiting.source } satisfies ReadJob);
  }

  /** Who was served longest ago comes first, and a small source before a large one. */
  function takeNext(): Waiting | undefined {
    const lastOf = ({ who }: Waiting) => served.get(who) ?? 0;
    const [first] = [...queue].sort((a, b) => lastOf(a) - lastOf(b) || a.source.length - b.source.length);
    if (first) drop(first);
    else served.clear();
    return first;
  }

  function drop(waiting: Waiting): boolean {
    const at = queue.indexOf(waiting);
    if (at >= 0) queue.splice(at, 1);
    return at >= 0;
  }

  function giveUpAfter(ms: number, running: Worker): NodeJS.Timeout {
    return setTimeout(() => {
      worker = null;
      void running.terminate();
      settle(tooMuch());
    }, ms);
  }

  function keep(hash: string, source: string, reading: PackReading): void {
    if (source.length > KEPT_SOURCE) return;
    kept.set(hash, reading);
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
  }

  return {
    async read(source, who, { stranger = false, signal } = {}) {
      const hash = createHash('sha256').update(source).digest('hex');
      const known = kept.get(hash);
      if (known) return known;
      const own = queue.filter((waiting) => waiting.who === who).length;
      if (closed || signal?.aborted || queue.length >= QUEUE || own >= QUEUE_EACH) return null;
      const reading = await new Promise<PackReading | null>((answer) => {
        jobs += 1;
        const most = stranger ? Math.min(STRANGER_MS, timeoutMs) : timeoutMs;
        const waiting: Waiting = { job: jobs, source, who, timeoutMs: most, answer };
        queue.push(waiting);
        const leave = () => {
          if (drop(waiting)) answer(null);
        };
        signal?.addEventListener('abort', leave, { once: true });
        next();
      });
      if (reading && !isTooMuch(reading)) keep(hash, source, reading);
      return reading;
    },
    async close() {
      closed = true;
      const last = worker;
      worker = null;
      if (current) settle(tooMuch());
      for (const waiting of queue.splice(0)) waiting.answer(tooMuch());
      await last?.terminate();
    },
  };
}

/** Whether a source was given up: on another day it may be read. */
export function isTooMuch({ problems }: PackReading): boolean {
  return problems.some(({ code }) => code === 'too-complex');
}

function tooMuch(): PackReading {
  const message = 'Reading this guide takes too long.';
  const hint = 'Split it into several packs, and leave out what is no question, exercise or tip.';
  return {
    ok: false,
    title: null,
    counts: { groups: 0, questions: 0, keyPoints: 0, contexts: 0, exercises: 0, tips: 0, answers: 0 },
    preview: EMPTY_PREVIEW,
    pack: null,
    problems: [{ line: 1, code: 'too-complex', message, hint }],
    warnings: [],
    coverage: { lines: 0, used: 0, notes: 0, leftOut: 0, spans: [] },
  };
}
