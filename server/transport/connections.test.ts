import { expect, test } from 'vitest';
import { Connections } from './connections';

const ROOM = 'rm_000000000000';
const HANA = 'mb_hana00000000';

test('a person on another process is here until that process falls silent, and away from then on', () => {
  let now = 1_000_000;
  const connections = new Connections(
    () => now,
    () => true,
  );
  now += 60_000;
  connections.setRemote('other', ROOM, [HANA]);
  expect(connections.awaySince(ROOM, HANA)).toBeNull();
  now += 16_000;
  // Not "since this process started", or a panelist could take over from the host at once.
  expect(connections.awaySince(ROOM, HANA)).toBeNull();
  connections.forgetSilent();
  expect(connections.awaySince(ROOM, HANA)).toBe(now);
});

test('while other processes are not heard, a person who is not connected here is neither here nor away', () => {
  let now = 1_000_000;
  let hears = true;
  const connections = new Connections(
    () => now,
    () => hears,
  );
  connections.setRemote('other', ROOM, [HANA]);
  hears = false;
  now += 60_000;
  connections.forgetSilent();
  expect(connections.awaySince(ROOM, HANA)).toBe('unknown');
  expect(connections.awayMs(ROOM, HANA)).toBe('unknown');
  hears = true;
  connections.forgetSilent();
  // Nobody knows what happened meanwhile, so time away counts from now.
  expect(connections.awayMs(ROOM, HANA)).toBe(0);
  now += 30_000;
  expect(connections.awayMs(ROOM, HANA)).toBe(30_000);
  connections.setRemote('other', ROOM, [HANA]);
  expect(connections.awayMs(ROOM, HANA)).toBeNull();
});

test('what another process repeats every few seconds is no news', () => {
  const connections = new Connections(
    () => 0,
    () => true,
  );
  expect(connections.setRemote('other', ROOM, [HANA])).toBe(true);
  expect(connections.setRemote('other', ROOM, [HANA])).toBe(false);
  expect(connections.setRemote('other', ROOM, [HANA, 'mb_pia000000000'])).toBe(true);
  expect(connections.setRemote('other', ROOM, ['mb_pia000000000', HANA])).toBe(false);
  expect(connections.setRemote('other', ROOM, [])).toBe(true);
  expect(connections.setRemote('other', ROOM, [])).toBe(false);
});
