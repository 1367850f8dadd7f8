import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { RecordUnavailable } from '../runtime/ports';

/** What a worker is sent. */
export interface Job<Task> {
  job: number;
  task: Task;
}

/** What it reports about a job: that it begins, and the result. */
export type News<Result> = { job: number; begins: true } | { job: number; begins: false; result: Result };

/** Work that anybody may ask for, one job at a time, outside the thread that serves everybody. */
export interface WorkerQueue<Task, Result> {
  /**
   * Null when `who`, or everybody together, has too many jobs waiting; `given-up` when it took too much time or memory.
   * Rejects with `RecordUnavailable` when the queue is closed first: that says nothing about the task.
   */
  run(task: Task, ask: Ask): Promise<{ result: Result } | 'given-up' | null>;
  /** Takes nothing more, and gives what it has taken up to `patienceMs`. */
  close(patienceMs?: number): Promise<void>;
}

export interface Ask {
  /** A person or an address. */
  who: string;
  /** Of two jobs that waited equally long, the smaller one comes first. */
  size: number;
  /** Milliseconds of the processor that it may take once the worker has begun it: a busy machine makes no task hard. */
  timeoutMs: number;
  /** Aborted when the asker leaves: their waiting jobs are dropped, and a running one ends soon. */
  signal?: AbortSignal;
}

interface Waiting<Task, Result> extends Job<Task> {
  ask: Ask;
  answer(answer: { result: Result } | 'given-up' | null): void;
  fail(error: Error): void;
}

/** Time for a worker to start. It does not depend on the task, and only ends a worker that does not start. */
const START_MS = 60_000;
/** The time that a job may still take after its asker has gone: a new worker costs about as much. */
const LEFT_MS = 1_000;
/** How many times as long as it may use the processor a job may last in all. */
const STRETCH = 5;
/** The most waiting jobs: of everybody together, and of one person, whose editor asks at every pause. */
const QUEUE = 24;
const QUEUE_EACH = 3;

/** One worker, started with the first task. It is restarted when a task takes too much time or memory. */
export function openWorkerQueue<Task, Result>(file: URL, memoryMb: number): WorkerQueue<Task, Result> {
  const queue: Waiting<Task, Result>[] = [];
  /** For each person who has been served: the number of the next job that anybody asked for. */
  const served = new Map<string, number>();
  let worker: Worker | null = null;
  let current: { waiting: Waiting<Task, Result>; timer: NodeJS.Timeout } | null = null;
  let jobs = 0;
  let closed = false;
  let emptied = () => {};

  function start(): Worker {
    const started = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
      // A worker writes at most the trace of a bug, and stderr is not the log.
      stderr: true,
      stdout: true,
    });
    started.unref();
    started.on('message', (news: News<Result>) => {
      if (current?.waiting.job !== news.job) return;
      if (!news.begins) settle({ result: news.result });
      else {
        clearTimeout(current.timer);
        const { timeoutMs, signal } = current.waiting.ask;
        current.timer = signal?.aborted ? giveUpAfter(LEFT_MS, started) : giveUpAfterWork(timeoutMs, started);
      }
    });
    const lost = () => {
      if (worker !== started) return;
      worker = null;
      settle('given-up');
    };
    // Out of memory, or a bug: either way the task failed.
    started.on('error', lost);
    started.on('exit', lost);
    return started;
  }

  function settle(answer: { result: Result } | 'given-up'): void {
    if (!current) return;
    const { waiting, timer } = current;
    clearTimeout(timer);
    current = null;
    // After everybody who waits now, and before everybody who asks later.
    served.set(waiting.ask.who, jobs + 1);
    waiting.answer(answer);
    next();
  }

  function next(): void {
    const waiting = current ? undefined : takeNext();
    if (!current && !waiting) emptied();
    if (!waiting) return;
    worker ??= start();
    current = { waiting, timer: giveUpAfter(START_MS, worker) };
    worker.postMessage({ job: waiting.job, task: waiting.task } satisfies Job<Task>);
  }

  /**
   * The person who was served, or first asked, longest ago comes first, and a small task before a large one. A newcomer
   * comes after everybody who waits, so that a crowd of newcomers cannot keep a person waiting for ever.
   */
  function takeNext(): Waiting<Task, Result> | undefined {
    const lastOf = ({ ask, job }: Waiting<Task, Result>) => served.get(ask.who) ?? job;
    const [first] = [...queue].sort(
      (a, b) => lastOf(a) - lastOf(b) || a.ask.size - b.ask.size || a.job - b.job,
    );
    if (first) drop(first);
    else served.clear();
    return first;
  }

  function drop(waiting: Waiting<Task, Result>): boolean {
    const at = queue.indexOf(waiting);
    if (at >= 0) queue.splice(at, 1);
    return at >= 0;
  }

  function giveUpAfter(ms: number, running: Worker): NodeJS.Timeout {
    return setTimeout(() => {
      worker = null;
      void running.terminate();
      settle('given-up');
    }, ms);
  }

  /** Gives up when the process has used the processor for so long, since nobody can tell the share of one thread. */
  function giveUpAfterWork(ms: number, running: Worker): NodeJS.Timeout {
    const used = process.cpuUsage();
    const last = performance.now() + STRETCH * ms;
    const look = (after: number): NodeJS.Timeout =>
      setTimeout(() => {
        const { user, system } = process.cpuUsage(used);
        const left = Math.min(ms - (user + system) / 1_000, last - performance.now());
        if (current) current.timer = left > 0 ? look(left) : giveUpAfter(0, running);
      }, after);
    return look(ms);
  }

  const countOf = (who: string) => queue.filter(({ ask }) => ask.who === who).length;

  /**
   * Whether there is room for one more job of this person. If the queue is full, it drops the newest job of the person
   * with the most.
   */
  function hasRoom(who: string): boolean {
    if (queue.length < QUEUE) return true;
    const most = [...queue].sort((a, b) => countOf(b.ask.who) - countOf(a.ask.who) || b.job - a.job)[0];
    if (!most || countOf(most.ask.who) <= countOf(who) + 1) return false;
    drop(most);
    most.answer(null);
    return true;
  }

  return {
    async run(task, ask) {
      if (closed) throw stopping();
      if (ask.signal?.aborted || countOf(ask.who) >= QUEUE_EACH || !hasRoom(ask.who)) return null;
      return new Promise((answer, fail) => {
        jobs += 1;
        const waiting = { job: jobs, task, ask, answer, fail };
        queue.push(waiting);
        const leave = () => {
          if (drop(waiting)) answer(null);
          else if (worker && current?.waiting === waiting) {
            clearTimeout(current.timer);
            current.timer = giveUpAfter(LEFT_MS, worker);
          }
        };
        ask.signal?.addEventListener('abort', leave, { once: true });
        next();
      });
    },
    async close(patienceMs = 0) {
      closed = true;
      const isEmpty = new Promise<void>((resolve) => {
        emptied = resolve;
      });
      if (current || queue.length > 0)
        await Promise.race([isEmpty, delay(patienceMs, undefined, { ref: false })]);
      const last = worker;
      worker = null;
      clearTimeout(current?.timer);
      current?.waiting.fail(stopping());
      current = null;
      for (const waiting of queue.splice(0)) waiting.fail(stopping());
      await last?.terminate();
    },
  };
}

const stopping = () => new RecordUnavailable('this process is stopping, and reads no more guides');
