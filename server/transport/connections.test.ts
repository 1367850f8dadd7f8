import { expect, test } from 'vitest';
import { Connections } from './connections';

const ROOM = 'rm_000000000000';
const HANA = 'mb_hana00000000';

test('whom another process has connected is here until its silence is noticed, and away from then on', () => {
  let now = 1_000_000;
  const connections = new Connections(() => now);
  now += 60_000;
  connections.setRemote('other', ROOM, [HANA]);
  expect(connections.awaySince(ROOM, HANA)).toBeNull();
  now += 16_000;
  // Not "since this process started": a host could be taken over from at once.
  expect(connections.awaySince(ROOM, HANA)).toBeNull();
  connections.forgetSilent();
  expect(connections.awaySince(ROOM, HANA)).toBe(now);
});
