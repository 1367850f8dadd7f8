import { describe, expect, test, vi } from 'vitest';
import { aBrowser, ME, rate, settled } from './a-browser';
import { aFull, aMine, aView } from './fake-link';

const browser = aBrowser();

describe('what the server says', () => {
  test('slices in order are applied, each leaving the others as they are', async () => {
    const { link, client } = browser.open();
    link.connect();
    const rosterBefore = client.getState().slices.roster;
    link.events?.slices({ prev: 1, seq: 2, slices: { hands: { members: [ME] } }, at: Date.now() });
    expect(client.getState().slices.hands).toEqual({ members: [ME] });
    expect(client.getState().slices.roster).toBe(rosterBefore);
    expect(link.syncs).toBe(0);
  });

  test('a frame seen before changes nothing', () => {
    const { link, client } = browser.open();
    link.connect();
    const before = client.getState().slices;
    link.events?.slices({ prev: 0, seq: 1, slices: { hands: { members: [ME] } }, at: Date.now() });
    expect(client.getState().slices).toBe(before);
    expect(link.syncs).toBe(0);
  });

  test('after a gap the whole is asked for, once', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.whole = aFull({ seq: 7, slices: aView({ hands: { members: [ME] } }) });
    link.events?.slices({ prev: 4, seq: 5, slices: {}, at: Date.now() });
    link.events?.slices({ prev: 5, seq: 6, slices: {}, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
    expect(client.getState().slices.hands).toEqual({ members: [ME] });
  });

  test('a lost last frame is noticed by the heartbeat', async () => {
    const { link } = browser.open();
    link.connect();
    link.events?.head({ seq: 1, mineSeq: 1, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(0);
    link.events?.head({ seq: 1, mineSeq: 2, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
  });

  test('the bank that is here is named in the next handshake, and stays where the greeting comes without it', async () => {
    const { link, client } = browser.open();
    expect(link.heldBank()).toBeUndefined();
    const bank = { id: 'pack', groups: [{ id: 'data', title: 'Data' }], items: [] };
    link.whole = aFull({ slices: aView({ bank }) });
    link.connect();
    expect(link.heldBank()).toBe('pack');
    link.cut();
    const { bank: _, ...slices } = aView({ hands: { members: [ME] } });
    link.whole = aFull({ seq: 9, slices, bankKept: true });
    link.connect();
    expect(client.getState().slices).toMatchObject({ bank, hands: { members: [ME] } });
  });

  test('a greeting that counts on a bank which is not here is not taken for the whole', async () => {
    const { link, client } = browser.open();
    const { bank: _, ...slices } = aView();
    link.whole = aFull({ seq: 9 });
    link.up = true;
    link.events?.up();
    link.events?.full(aFull({ slices, bankKept: true }));
    await settled();
    expect(link.syncs).toBe(1);
    expect(client.getState().slices).toEqual(link.whole.slices);
  });

  test('somebody at the door gets the room’s title and nothing else', () => {
    const { link, client } = browser.open();
    link.whole = aFull({
      audience: 'waiting',
      slices: { room: { title: 'Rails panel', hostName: 'Ines' } },
      mine: aMine({ audience: 'waiting' }),
    });
    link.connect();
    expect(client.getState().waiting).toEqual({ title: 'Rails panel', hostName: 'Ines' });
    expect(client.getState().slices).toEqual({});
  });
});

describe('the line', () => {
  test('a command without an answer is called reconnecting within two seconds, and traffic ends it', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [new Promise(() => {})];
    void client.send(rate(3));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('live');
  });

  test('silence is called reconnecting within six seconds, and traffic ends it', async () => {
    const { link, client } = browser.open();
    link.connect();
    await vi.advanceTimersByTimeAsync(4_500);
    expect(client.getState().connection.kind).toBe('live');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('live');
  });

  test('it is live again only when the whole came in', () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.up = true;
    link.events?.up();
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.full(link.whole);
    expect(client.getState().connection.kind).toBe('live');
  });

  test('a greeting that got lost is asked for', async () => {
    const { link, client } = browser.open();
    link.up = true;
    link.events?.up();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link.syncs).toBe(1);
    expect(client.getState().connection.kind).toBe('live');
  });

  test('so is one whose answer got lost too, until the whole came in', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    link.sync = async () => {
      link.syncs += 1;
      return link.syncs < 3 ? null : link.whole;
    };
    link.up = true;
    link.events?.up();
    await vi.advanceTimersByTimeAsync(3_100);
    expect(link.syncs).toBe(3);
    expect(client.getState().connection).toEqual({ kind: 'live' });
  });

  test('this machine without a network says so', () => {
    const { link, client } = browser.open();
    link.connect();
    client.networkChanged(false);
    expect(client.getState().connection.kind).toBe('offline');
  });

  test('a removed person stays out, and their unsent commands go with them', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.out({ reason: 'removed' });
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'removed' });
    expect(browser.storage.keys()).toEqual([]);
  });

  test('a laptop that slept shows the right time again with the next frame, and asks anew', async () => {
    const { link, client } = browser.open();
    link.connect();
    await settled();
    const slept = 90_000;
    link.timeNow = () => Date.now() + slept;
    link.events?.head({ seq: 1, mineSeq: 1, at: Date.now() + slept });
    expect(client.clock.now() - Date.now()).toBe(slept);
    link.events?.head({ seq: 1, mineSeq: 1, at: Date.now() });
    await settled();
    expect(client.clock.now() - Date.now()).toBe(slept);
  });

  test('an outdated tab stops and keeps what was not sent', () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.refused('outdated');
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'outdated' });
    const again = browser.open();
    again.link.connect();
    expect(again.link.delivered.map((body) => body.command)).toEqual([rate(3)]);
  });
});
