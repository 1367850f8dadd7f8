import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '@/server/protocol/commands';
import type { Ack } from '@/server/protocol/wire';
import { aFull, aMine, aView, FakeLink } from './fake-link';
import { type KeyValue, memoryStorage } from './key-value';
import { RoomClient } from './room-client';

const ROOM = 'rm_000000000000';
const ME = 'mb_priya0000000';
const rate = (value: number | null): Command => ({ type: 'SubmitRating', askId: 'a1', value });
const note = (noteId: string, text: string): Command => ({
  type: 'WriteNote',
  askId: 'a1',
  noteId,
  text,
  atMs: 42_000,
  shared: false,
});
const say = (text: string): Command => ({ type: 'SendMessage', roundId: 'r1', text });
const no: Ack = { ok: false, code: 'wrong-phase', message: 'The round has moved on.' };
const notNow: Ack = { ok: false, code: 'unavailable', message: 'Kept.' };

let storage: KeyValue;
const open = (link = new FakeLink()) => {
  const client = new RoomClient(link, storage, ROOM, ME);
  client.open();
  return { link, client };
};
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  storage = memoryStorage();
});
afterEach(() => vi.useRealTimers());

describe('what the server says', () => {
  test('slices in order are applied, each leaving the others as they are', async () => {
    const { link, client } = open();
    link.connect();
    const rosterBefore = client.getState().slices.roster;
    link.events?.slices({ prev: 1, seq: 2, slices: { hands: { members: [ME] } }, at: Date.now() });
    expect(client.getState().slices.hands).toEqual({ members: [ME] });
    expect(client.getState().slices.roster).toBe(rosterBefore);
    expect(link.syncs).toBe(0);
  });

  test('a frame seen before changes nothing', () => {
    const { link, client } = open();
    link.connect();
    const before = client.getState().slices;
    link.events?.slices({ prev: 0, seq: 1, slices: { hands: { members: [ME] } }, at: Date.now() });
    expect(client.getState().slices).toBe(before);
    expect(link.syncs).toBe(0);
  });

  test('after a gap the whole is asked for, once', async () => {
    const { link, client } = open();
    link.connect();
    link.whole = aFull({ seq: 7, slices: aView({ hands: { members: [ME] } }) });
    link.events?.slices({ prev: 4, seq: 5, slices: {}, at: Date.now() });
    link.events?.slices({ prev: 5, seq: 6, slices: {}, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
    expect(client.getState().slices.hands).toEqual({ members: [ME] });
  });

  test('a lost last frame is noticed by the heartbeat', async () => {
    const { link } = open();
    link.connect();
    link.events?.head({ seq: 1, mineSeq: 1, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(0);
    link.events?.head({ seq: 1, mineSeq: 2, at: Date.now() });
    await settled();
    expect(link.syncs).toBe(1);
  });

  test('somebody at the door gets the room’s title and nothing else', () => {
    const { link, client } = open();
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
  test('silence is called reconnecting within two seconds, and traffic ends it', async () => {
    const { link, client } = open();
    link.connect();
    expect(client.getState().connection.kind).toBe('live');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.getState().connection.kind).toBe('reconnecting');
    link.events?.traffic();
    expect(client.getState().connection.kind).toBe('live');
  });

  test('it is live again only when the whole came in', () => {
    const { link, client } = open();
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
    const { link, client } = open();
    link.up = true;
    link.events?.up();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link.syncs).toBe(1);
    expect(client.getState().connection.kind).toBe('live');
  });

  test('this machine without a network says so', () => {
    const { link, client } = open();
    link.connect();
    client.networkChanged(false);
    expect(client.getState().connection.kind).toBe('offline');
  });

  test('a removed person stays out, and their unsent commands go with them', async () => {
    const { link, client } = open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.out({ reason: 'removed' });
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'removed' });
    expect(storage.keys()).toEqual([]);
  });

  test('an outdated tab stops and keeps what was not sent', () => {
    const { link, client } = open();
    link.connect();
    link.cut();
    void client.send(rate(3));
    link.events?.refused('outdated');
    expect(client.getState().connection).toEqual({ kind: 'stopped', reason: 'outdated' });
    const again = open();
    again.link.connect();
    expect(again.link.delivered.map((body) => body.command)).toEqual([rate(3)]);
  });
});

describe('commands', () => {
  test('go out one at a time, in order', async () => {
    const { link, client } = open();
    link.connect();
    let answer: (ack: Ack) => void = () => undefined;
    link.answers = [new Promise((resolve) => (answer = resolve))];
    void client.send(say('one'));
    void client.send(say('two'));
    await settled();
    expect(link.delivered).toHaveLength(1);
    answer({ ok: true });
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([say('one'), say('two')]);
    expect(client.getState().pending).toEqual([]);
  });

  test('made while away are kept and sent in order on coming back', async () => {
    const { link, client } = open();
    link.connect();
    link.cut();
    void client.send(say('one'));
    void client.send(rate(4));
    expect(link.delivered).toEqual([]);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([say('one'), rate(4)]);
  });

  test('whose answer got lost are sent again under the same id', async () => {
    const { link, client } = open();
    link.connect();
    link.answers = [null];
    void client.send(say('one'));
    await vi.advanceTimersByTimeAsync(600);
    expect(link.delivered).toHaveLength(2);
    expect(link.delivered[0]).toEqual(link.delivered[1]);
  });

  test('that could not be saved just now are tried again, ever more slowly', async () => {
    const { link, client } = open();
    link.connect();
    link.answers = [notNow, notNow, notNow];
    const refused = vi.fn();
    client.onRefusal(refused);
    const ack = client.send(rate(2));
    const ping = setInterval(() => link.events?.traffic(), 500);
    await vi.advanceTimersByTimeAsync(1_600);
    expect(link.delivered).toHaveLength(3);
    expect(client.getState().held).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    clearInterval(ping);
    expect(link.delivered).toHaveLength(4);
    expect(await ack).toEqual({ ok: true });
    expect(client.getState().held).toBe(false);
    expect(refused).not.toHaveBeenCalled();
  });

  test('that are refused are dropped, and the person is told', async () => {
    const { link, client } = open();
    link.connect();
    link.answers = [no];
    const refused = vi.fn();
    client.onRefusal(refused);
    expect(await client.send(rate(2))).toEqual(no);
    expect(refused).toHaveBeenCalledWith(no.message);
    expect(client.getState().mine?.asks).toEqual([]);
  });

  test('survive a reload, with the same ids', async () => {
    const first = open();
    first.link.connect();
    first.link.answers = [null];
    void first.client.send(note('note-0001', 'queue per tenant'));
    await settled();
    first.client.pageLeaves();
    first.link.cut();
    const again = open();
    again.link.connect();
    await settled();
    expect(again.link.delivered).toEqual(first.link.delivered);
    expect(storage.keys()).toEqual([]);
  });

  test('of a tab that is alive are left alone; those of a crashed one are taken over', async () => {
    const alive = open();
    void alive.client.send(rate(5));
    const other = open();
    other.link.connect();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(other.link.delivered).toEqual([]);
    const [key = ''] = storage.keys();
    const queue = storage.get(key) ?? '';
    alive.client.close();
    storage.remove(key);
    storage.set(`${key}crashed`, queue);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(other.link.delivered).toEqual([]);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(other.link.delivered.map((body) => body.command)).toEqual([rate(5)]);
  });

  test('that steer the room are not sent when their moment is long gone', async () => {
    const { link, client } = open();
    link.connect();
    link.cut();
    const refused = vi.fn();
    client.onRefusal(refused);
    void client.send({ type: 'PauseClock', askId: 'a1' });
    void client.send(note('note-0001', 'still worth sending'));
    await vi.advanceTimersByTimeAsync(120_000);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command.type)).toEqual(['WriteNote']);
    expect(refused).toHaveBeenCalledTimes(1);
  });
});

describe('newer instead of older', () => {
  test('an unsent note is replaced by its newer text; a note on its way is not', async () => {
    const { link, client } = open();
    link.connect();
    let answer: (ack: Ack) => void = () => undefined;
    link.answers = [new Promise((resolve) => (answer = resolve))];
    void client.send(note('note-0001', 'a'));
    await settled();
    void client.send(note('note-0001', 'ab'));
    const last = client.send(note('note-0001', 'abc'));
    answer({ ok: true });
    await last;
    expect(link.delivered.map((body) => body.command)).toEqual([
      note('note-0001', 'a'),
      note('note-0001', 'abc'),
    ]);
  });

  test('everybody who waits for a replaced command is answered', async () => {
    const { link, client } = open();
    const first = client.send(rate(1));
    const second = client.send(rate(2));
    link.connect();
    expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }]);
    expect(link.delivered).toHaveLength(1);
  });

  test('nothing jumps over a command whose place matters', async () => {
    const { link, client } = open();
    void client.send(note('note-0001', 'a'));
    void client.send({ type: 'DeleteNote', askId: 'a1', noteId: 'note-0001' });
    void client.send(note('note-0001', 'back again'));
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command.type)).toEqual(['WriteNote', 'DeleteNote', 'WriteNote']);
  });
});

describe('shown at once', () => {
  test('ticks, ratings, notes and marks stand in one’s own part before they are answered', () => {
    const { link, client } = open();
    link.connect();
    link.cut();
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p1', mark: 'heard' });
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p2', mark: 'missed' });
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p2', mark: null });
    void client.send({ type: 'MarkStar', askId: 'a1', letter: 'S', atMs: 5_000 });
    void client.send(rate(null));
    void client.send(note('note-0001', 'no numbers'));
    const ask = client.getState().mine?.asks[0];
    expect(ask).toMatchObject({
      ticks: { p1: 'heard' },
      stars: { S: 5_000 },
      first: { value: null },
      second: null,
      notes: [{ text: 'no numbers', atMs: 42_000 }],
    });
    expect(ask?.ticks).not.toHaveProperty('p2');
  });

  test('what the server says of one’s own part does not hide what is still pending', () => {
    const { link, client } = open();
    link.connect();
    link.answers = [new Promise(() => undefined)];
    void client.send(rate(4));
    link.events?.mine({ prev: 1, seq: 2, mine: aMine({ ready: true }), at: Date.now() });
    expect(client.getState().mine?.ready).toBe(true);
    expect(client.getState().mine?.asks[0]?.first).toEqual({ value: 4 });
  });

  test('one’s own part keeps its identity while other things change', () => {
    const { link, client } = open();
    link.connect();
    const before = client.getState().mine;
    link.events?.slices({ prev: 1, seq: 2, slices: { hands: { members: [] } }, at: Date.now() });
    expect(client.getState().mine).toBe(before);
  });
});

describe('drafts', () => {
  test('survive a reload', () => {
    open().client.drafts.set('message', 'shall we skip');
    expect(open().client.drafts.get('message')).toBe('shall we skip');
  });

  test('words that were refused go back to where they were typed, unless something new is there', async () => {
    const { link, client } = open();
    link.connect();
    link.answers = [no, no];
    await client.send(say('first'));
    expect(client.drafts.get('message')).toBe('first');
    await client.send(say('second'));
    expect(client.drafts.get('message')).toBe('first');
  });
});
