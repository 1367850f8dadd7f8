import { describe, expect, test, vi } from 'vitest';
import type { PatchFrame } from '@/server/protocol/wire';
import { aBrowser, ME, rate, settled } from './a-browser';
import { aFull, aMine, aView } from './fake-link';

const browser = aBrowser();

describe('frames from the server', () => {
  const handUp = (n: number): PatchFrame => ({
    n,
    view: [{ op: 'add', path: `/hands/members/${ME}`, value: true }],
    at: Date.now(),
  });

  test('patches are applied in order, and leave everything else the same object', async () => {
    const { link, client } = browser.open();
    link.connect();
    const rosterBefore = client.getState().view.roster;
    link.events?.patch(handUp(2));
    expect(client.getState().view.hands).toEqual({ members: { [ME]: true } });
    expect(client.getState().view.roster).toBe(rosterBefore);
    expect(link.syncs).toBe(0);
  });

  test('a repeated frame changes nothing', () => {
    const { link, client } = browser.open();
    link.connect();
    const before = client.getState().view;
    link.events?.patch(handUp(1));
    link.events?.full({ ...link.whole, view: aView({ hands: { members: { [ME]: true } } }) });
    expect(client.getState().view).toBe(before);
    expect(link.syncs).toBe(0);
  });

  test('after a gap the client asks for the whole view, once', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.whole = aFull({ n: 7, view: aView({ hands: { members: { [ME]: true } } }) });
    link.events?.patch({ n: 5, at: Date.now() });
    link.events?.patch({ n: 6, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
    expect(client.getState().view.hands).toEqual({ members: { [ME]: true } });
  });

  test('the heartbeat shows that the last frame was lost', async () => {
    const { link } = browser.open();
    link.connect();
    link.events?.head({ n: 1, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(0);
    link.events?.head({ n: 2, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
  });

  test('a person in the waiting room gets the room’s title and nothing else', () => {
    const { link, client } = browser.open();
    link.whole = aFull({
      audience: 'waiting',
      view: { room: { title: 'Rails panel', hostName: 'Ines' } },
      mine: aMine({ audience: 'waiting' }),
    });
    link.connect();
    expect(client.getState().waiting).toEqual({ title: 'Rails panel', hostName: 'Ines' });
    expect(client.getState().view).toEqual({});
  });
});

describe('the line', () => {
  test('two seconds without an answer to a command count as reconnecting, until traffic arrives', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [new Promise(() => {})];
    void client.send(rate(3));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('live');
  });

  test('six seconds of silence count as reconnecting, until traffic arrives', async () => {
    const { link, client } = browser.open();
    link.connect();
    await vi.advanceTimersByTimeAsync(4_500);
    expect(client.getState().connection.kind).toBe('live');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('live');
  });

  test('it is live again only when the whole view has arrived', () => {
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

  test('the client asks for a greeting that a later frame overtook', async () => {
    const { link, client } = browser.open();
    link.up = true;
    link.events?.up();
    await vi.advanceTimersByTimeAsync(1_100);
    link.events?.traffic();
    await settled();
    expect(link.syncs).toBe(1);
    expect(client.getState().connection.kind).toBe('live');
  });

  test('the client does not ask for a greeting that is still on its way', async () => {
    const { link, client } = browser.open();
    link.up = true;
    link.events?.up();
    link.events?.traffic();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(link.syncs).toBe(0);
    // A link reports traffic before the frame itself.
    link.events?.traffic();
    link.events?.full(link.whole);
    await settled();
    expect(link.syncs).toBe(0);
    expect(client.getState().connection.kind).toBe('live');
  });

  test('the client asks again until the whole view has arrived', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    link.sync = async () => {
      link.syncs += 1;
      return link.syncs < 3 ? null : link.whole;
    };
    link.up = true;
    link.events?.up();
    for (let count = 0; count < 3; count += 1) {
      await vi.advanceTimersByTimeAsync(1_100);
      link.events?.traffic();
    }
    await settled();
    expect(link.syncs).toBe(3);
    expect(client.getState().connection).toEqual({ kind: 'live' });
  });

  test('a device without a network says so', () => {
    const { link, client } = browser.open();
    link.connect();
    client.networkChanged(false);
    expect(client.getState().connection.kind).toBe('offline');
  });

  test('a removed person stays out, and their unsent commands are dropped', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.out({ reason: 'removed' });
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'removed' });
    expect(browser.storage.keys()).toEqual([]);
  });

  test('after a laptop slept, the next frame corrects the time, and the client asks for it again', async () => {
    const { link, client } = browser.open();
    link.connect();
    await settled();
    const slept = 90_000;
    link.timeNow = () => Date.now() + slept;
    link.events?.head({ n: 1, at: Date.now() + slept });
    expect(client.clock.now() - Date.now()).toBe(slept);
    link.events?.head({ n: 1, at: Date.now() });
    await settled();
    expect(client.clock.now() - Date.now()).toBe(slept);
  });

  test('an outdated tab stops and keeps unsent commands', () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.rejected('outdated');
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'outdated' });
    const again = browser.open();
    again.link.connect();
    expect(again.link.delivered.map((body) => body.command)).toEqual([rate(3)]);
  });
});
