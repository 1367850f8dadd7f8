import { afterEach, expect, test, vi } from 'vitest';
import { openRedisBus } from '../bus/redis-bus';
import { openLog } from '../log';
import { startRedis } from '../testing/redis';
import { SOON } from '../testing/soon';
import { watchRecord } from './record-state';
import { isServable } from './servable';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

test('a process that alone has lost the record gets nobody; once all have lost it, each takes people', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const start = (from: string) => {
    const place: { problem: string | null; hangs: boolean } = { problem: null, hangs: false };
    const problem = () => (place.hangs ? new Promise<null>(() => {}) : Promise.resolve(place.problem));
    const record = watchRecord(problem, openLog('silent'));
    const bus = openRedisBus(redis.url, openLog('silent'), { from, recordWorks: record.lately });
    closers.push(() => bus.close());
    return { place, isServable: () => isServable(record, bus.othersWork) };
  };
  const [one, other] = [start('one'), start('other')];
  // As a balancer asks, every now and then.
  const says = async (expected: boolean[]) =>
    vi.waitFor(
      async () => expect(await Promise.all([one.isServable(), other.isServable()])).toEqual(expected),
      SOON,
    );
  await says([true, true]);
  one.place.problem = 'ECONNREFUSED';
  await says([false, true]);
  one.place.problem = null;
  await says([true, true]);
  one.place.problem = 'ECONNREFUSED';
  await says([false, true]);
  other.place.problem = 'ECONNREFUSED';
  await says([true, true]);
  // One that says nothing at all is asked for no longer than a balancer waits.
  one.place.hangs = true;
  const asked = performance.now();
  expect(await one.isServable()).toBe(true);
  expect(performance.now() - asked).toBeLessThan(2_000);
});
