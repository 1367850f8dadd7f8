import { afterEach, expect, test } from 'vitest';
import { RecordUnavailable } from '../runtime/ports';
import { openWorkerQueue, type WorkerQueue } from './worker-queue';

/** A worker that says that it begins, and answers each task with the task: "slow" late, and "stuck" never. */
const WORKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ job, task }) => {
      parentPort.postMessage({ job, begins: true });
      if (task === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
      if (task !== 'stuck') parentPort.postMessage({ job, begins: false, result: task });
    });
  `)}`,
);

let queue: WorkerQueue<string, string>;
const done: string[] = [];
afterEach(async () => {
  await queue.close();
  done.length = 0;
});

function opens(): void {
  queue = openWorkerQueue<string, string>(WORKER, 64);
}

/** Asks, and notes the task once it is done. */
async function asks(who: string, task: string, signal?: AbortSignal) {
  const answer = await queue.run(task, { who, size: 1, timeoutMs: 30_000, signal });
  if (answer && answer !== 'given-up') done.push(answer.result);
  return answer;
}

test('each person who waits is served once before anybody is served twice', async () => {
  opens();
  const all = ['a1', 'a2', 'a3', 'b1', 'c1'].map((task) => asks(task.charAt(0), task));
  await Promise.all(all);
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

test('newcomers who keep arriving do not delay a person who was served before', async () => {
  opens();
  await asks('ada', 'first');
  const left = new AbortController();
  const stuck = asks('grace', 'stuck', left.signal);
  const early = asks('eve', 'before');
  const again = asks('ada', 'second');
  const crowd = Array.from({ length: 10 }, (_, no) => asks(`new ${no}`, `new ${no}`));
  left.abort();
  await Promise.all([stuck, early, again, ...crowd]);
  expect(done.slice(0, 3)).toEqual(['first', 'before', 'second']);
});

test('a full queue takes one more from a person with few jobs in it, and drops the newest of the person with most', async () => {
  opens();
  const left = new AbortController();
  const stuck = asks('grace', 'stuck', left.signal);
  const crowd = Array.from({ length: 24 }, (_, no) => asks(`crowd ${no % 8}`, `crowd ${no}`));
  const own = asks('ada', 'small');
  expect(await crowd[23]).toBeNull();
  left.abort();
  expect(await own).toEqual({ result: 'small' });
  await Promise.all([stuck, ...crowd]);
  expect(done).toHaveLength(24);
});

test('a job whose asker left ends soon, and the next one begins', async () => {
  opens();
  const left = new AbortController();
  const stuck = asks('grace', 'stuck', left.signal);
  const next = asks('ada', 'next');
  left.abort();
  expect(await stuck).toBe('given-up');
  expect(await next).toEqual({ result: 'next' });
});

test('a job that the machine holds up is not given up for what others did in that time', async () => {
  opens();
  await asks('ada', 'first');
  // Held up, as by a machine with much else to do: it uses no processor for longer than it may use it.
  const answer = await queue.run('slow', { who: 'ada', size: 1, timeoutMs: 300 });
  expect(answer).toEqual({ result: 'slow' });
  expect(await queue.run('stuck', { who: 'ada', size: 1, timeoutMs: 100 })).toBe('given-up');
});

test('a queue that closes finishes what it can, and says of the rest that it was stopped, not that it was too much', async () => {
  opens();
  const all = [asks('ada', 'one'), asks('ada', 'two')];
  await queue.close(30_000);
  expect(await Promise.all(all)).toEqual([{ result: 'one' }, { result: 'two' }]);
  await expect(asks('ada', 'later')).rejects.toThrow(RecordUnavailable);
  opens();
  const stuck = Promise.allSettled([asks('ada', 'stuck'), asks('ada', 'next')]);
  await queue.close();
  const reason = expect.any(RecordUnavailable);
  expect(await stuck).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
});
