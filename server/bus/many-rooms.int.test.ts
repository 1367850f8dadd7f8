import { afterEach, expect, test, vi } from 'vitest';
import { openLog } from '../log';
import { startRedis } from '../testing/redis';
import { SOON } from '../testing/soon';
import { Connections } from '../transport/connections';
import { tellWhoIsHere } from '../transport/heartbeat';
import { openRedisBus } from './redis-bus';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** More than Redis's client would take in one turn, a message each. */
const ROOMS = 1_500;

test('people in any number of rooms on one process are here for another', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const [here, there] = [
    openRedisBus(redis.url, openLog('silent')),
    openRedisBus(redis.url, openLog('silent')),
  ];
  closers.push(
    () => here.close(),
    () => there.close(),
  );
  let now = 1_000_000;
  const [own, others] = [here, there].map((bus) => new Connections(() => now, bus.hears));
  if (!own || !others) throw new Error('there are no two processes');
  there.onMessage((message, from) => {
    if (message.kind !== 'members-here') return;
    for (const [roomId, memberIds] of message.rooms) others.setRemote(from, roomId, memberIds);
  });
  await vi.waitFor(() => expect(here.hears() && there.hears()).toBe(true), SOON);
  const roomIds = Array.from({ length: ROOMS }, (_, no) => `rm_${String(no).padStart(12, '0')}`);
  for (const roomId of roomIds) own.play(roomId, ['mb_host0000000']);
  const away = () => roomIds.filter((roomId) => others.awaySince(roomId, 'mb_host0000000') !== null);

  tellWhoIsHere({ connections: own, bus: here });
  await vi.waitFor(() => expect(away()).toEqual([]), SOON);
  // Longer than a process may say nothing of somebody.
  now += 20_000;
  tellWhoIsHere({ connections: own, bus: here });
  here.send({ kind: 'room-moved', roomId: 'rm_last' });
  await new Promise<void>((resolve) =>
    there.onMessage((message) => message.kind === 'room-moved' && resolve()),
  );
  others.forgetSilent();
  expect(away()).toEqual([]);
  expect(here.report().lost).toBe(0);
});
