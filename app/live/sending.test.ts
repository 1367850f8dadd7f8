import { describe, expect, test, vi } from 'vitest';
import type { Command } from '@/server/protocol/commands';
import type { Ack } from '@/server/protocol/wire';
import { aBrowser, note, rate, say, settled } from './a-browser';
import { noteDraft } from './drafts';

const no: Ack = { ok: false, code: 'wrong-phase', message: 'The round has moved on.' };
const notNow: Ack = { ok: false, code: 'unavailable', message: 'Kept.' };
const slowDown: Ack = { ok: false, code: 'slow-down', message: 'Wait a moment.' };
const failed: Ack = { ok: false, code: 'failed', message: 'Not saved. Reference 0123abcd.' };
const tooMuch: Ack = { ok: false, code: 'too-many-words', message: 'Kept.' };
const browser = aBrowser();

describe('commands', () => {
  test('are sent one at a time, in order', async () => {
    const { link, client } = browser.open();
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

  test('are kept while the connection is lost, and sent in order afterwards', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(say('one'));
    void client.send(rate(4));
    expect(link.delivered).toEqual([]);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([say('one'), rate(4)]);
  });

  test('that replace an unsent one still go on from what was saved before it', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    const why = (rationale: string, base: string): Command => ({
      type: 'SubmitVerdict',
      roundId: 'r1',
      verdict: 'yes',
      rationale,
      base,
    });
    void client.send(why('first', ''));
    void client.send(why('first and second', 'first'));
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([why('first and second', '')]);
  });

  test('are sent again under the same id when the answer got lost', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [null];
    void client.send(say('one'));
    await vi.advanceTimersByTimeAsync(600);
    expect(link.delivered).toHaveLength(2);
    expect(link.delivered[0]).toEqual(link.delivered[1]);
  });

  test('are sent again, ever more slowly, while the server cannot save', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [notNow, notNow, notNow];
    const rejected = vi.fn();
    client.onRejection(rejected);
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
    expect(rejected).not.toHaveBeenCalled();
  });

  test('that are too long for now are set aside, others pass them, and what is about the same thing waits', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [tooMuch];
    const rejected = vi.fn();
    client.onRejection(rejected);
    const saved = client.send(note('n1', 'a long text'));
    await settled();
    void client.send(rate(4));
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([note('n1', 'a long text'), rate(4)]);
    expect(client.getState()).toMatchObject({
      held: false,
      accepted: 1,
      pending: [{ command: note('n1', 'a long text') }],
    });
    void client.send(note('n1', 'a longer text'));
    await settled();
    expect(link.delivered).toHaveLength(2);
    const ping = setInterval(() => link.events?.traffic(), 500);
    await vi.advanceTimersByTimeAsync(31_000);
    clearInterval(ping);
    expect(await saved).toEqual({ ok: true });
    expect(link.delivered.map((body) => body.command).slice(2)).toEqual([note('n1', 'a longer text')]);
    expect(client.getState()).toMatchObject({ accepted: 2, pending: [] });
    expect(rejected).not.toHaveBeenCalled();
  });

  test('that the server fails at are sent once more, then given back, and those after them are sent', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [failed, failed];
    const rejected = vi.fn();
    client.onRejection(rejected);
    const words = client.send(note('n1', 'words that nobody can store'));
    void client.send(rate(4));
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([
      note('n1', 'words that nobody can store'),
      note('n1', 'words that nobody can store'),
      rate(4),
    ]);
    expect(link.delivered[0]?.commandId).toBe(link.delivered[1]?.commandId);
    expect(await words).toEqual(failed);
    expect(rejected.mock.calls).toEqual([['Not saved. Reference 0123abcd.']]);
    expect(client.drafts.get(noteDraft('a1'))).toContain('words that nobody can store');
    expect(client.getState()).toMatchObject({ pending: [], held: false, accepted: 1 });
  });

  test('that the server failed at after it had stored them count as stored', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [failed];
    expect(await client.send(rate(4))).toEqual({ ok: true });
    expect(client.getState()).toMatchObject({ pending: [], accepted: 1 });
  });

  test('show the reference of what is wrong while they wait, and it stays the same', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [
      { ...notNow, reference: 'aaaa0001' },
      { ...notNow, reference: 'aaaa0002' },
    ];
    void client.send(rate(2));
    await settled();
    expect(client.getState().reference).toBe('aaaa0001');
    await vi.advanceTimersByTimeAsync(600);
    expect(link.delivered).toHaveLength(2);
    expect(client.getState()).toMatchObject({ held: true, reference: 'aaaa0001' });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(client.getState()).toMatchObject({ held: false, reference: null });
  });

  test('that the room rejects count as nothing saved', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [no];
    await client.send(rate(4));
    expect(client.getState().accepted).toBe(0);
  });

  test('do not end a wait that the server asked for, and follow in order', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [slowDown, slowDown];
    void client.send(say('one'));
    await settled();
    void client.send(say('two'));
    void client.send(say('three'));
    link.events?.full({ ...link.whole, n: 2 });
    await settled();
    expect(link.delivered).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(499);
    expect(link.delivered).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    void client.send(say('four'));
    await vi.advanceTimersByTimeAsync(999);
    expect(link.delivered).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(link.delivered.slice(2).map((body) => body.command)).toEqual(
      ['one', 'two', 'three', 'four'].map(say),
    );
  });

  test('whose answer got lost are sent at once when the connection is back', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [null, null, null];
    void client.send(say('one'));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(link.delivered).toHaveLength(3);
    link.cut();
    link.connect();
    await settled();
    expect(link.delivered).toHaveLength(4);
  });

  test('that are rejected are dropped, and the person is told', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [no];
    const rejected = vi.fn();
    client.onRejection(rejected);
    expect(await client.send(rate(2))).toEqual(no);
    expect(rejected).toHaveBeenCalledWith(no.message);
    expect(client.getState().mine?.asks).toEqual({});
  });

  test('survive a reload, with the same ids', async () => {
    const first = browser.open();
    first.link.connect();
    first.link.answers = [null];
    void first.client.send(note('note-0001', 'queue per tenant'));
    await settled();
    first.client.pageLeaves();
    first.link.cut();
    const again = browser.open();
    again.link.connect();
    await settled();
    expect(again.link.delivered).toEqual(first.link.delivered);
    expect(browser.storage.keys()).toEqual([]);
  });

  test('of a live tab are left alone; those of a crashed one are taken over', async () => {
    const alive = browser.open();
    void alive.client.send(rate(5));
    const other = browser.open();
    other.link.connect();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(other.link.delivered).toEqual([]);
    const [key = ''] = browser.storage.keys();
    const queue = browser.storage.get(key) ?? '';
    alive.client.close();
    browser.storage.remove(key);
    browser.storage.set(`${key}crashed`, queue);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(other.link.delivered).toEqual([]);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(other.link.delivered.map((body) => body.command)).toEqual([rate(5)]);
  });

  test('that steer the room are not sent when they are out of date', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    const rejected = vi.fn();
    client.onRejection(rejected);
    void client.send({ type: 'PauseClock', askId: 'a1' });
    void client.send(note('note-0001', 'still worth sending'));
    await vi.advanceTimersByTimeAsync(120_000);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command.type)).toEqual(['WriteNote']);
    expect(rejected).toHaveBeenCalledTimes(1);
  });
});

describe('how late is too late', () => {
  const pause = { type: 'PauseClock', askId: 'a1' } as const;
  const OWN: Command[] = [
    { type: 'AddFind', askId: 'a1', findId: 'find-0001', text: 'a race', lines: null, atMs: 1 },
    { type: 'RemoveFind', askId: 'a1', findId: 'find-0002' },
    { type: 'MarkOwnPoint', askId: 'a1', pointId: 'p1', mark: 'heard', atMs: 1 },
    { type: 'RateOwnAnswer', askId: 'a1', value: 3 },
    { type: 'RateSample', no: 1, value: 3 },
    { type: 'WriteFeedback', roundId: 'r1', keepDoing: 'asking back', workOn: '' },
    { type: 'WriteSummary', roundId: 'r1', text: 'a good hour' },
  ];

  test('one’s own work is sent however long one was away', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    for (const command of OWN) void client.send(command);
    await vi.advanceTimersByTimeAsync(600_000);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual(OWN);
  });

  test('of a command that was sent and not answered, the person reads that it may have happened', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [null];
    const rejected = vi.fn();
    client.onRejection(rejected);
    void client.send(pause);
    await settled();
    link.cut();
    await vi.advanceTimersByTimeAsync(61_000);
    link.connect();
    await settled();
    expect(link.delivered).toHaveLength(1);
    expect(rejected.mock.calls).toEqual([[expect.stringContaining('may have happened')]]);
  });

  test('setting the machine’s clock makes no command late', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send(pause);
    vi.setSystemTime(Date.now() + 3_600_000);
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command)).toEqual([pause]);
  });
});

describe('newer commands replace older ones', () => {
  test('a newer text replaces an unsent note, but not one that is being sent', async () => {
    const { link, client } = browser.open();
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

  test('everyone who waits for a replaced command gets an answer', async () => {
    const { link, client } = browser.open();
    const first = client.send(rate(1));
    const second = client.send(rate(2));
    link.connect();
    expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }]);
    expect(link.delivered).toHaveLength(1);
  });

  test('no command overtakes one whose place matters', async () => {
    const { link, client } = browser.open();
    void client.send(note('note-0001', 'a'));
    void client.send({ type: 'DeleteNote', askId: 'a1', noteId: 'note-0001' });
    void client.send(note('note-0001', 'back again'));
    link.connect();
    await settled();
    expect(link.delivered.map((body) => body.command.type)).toEqual(['WriteNote', 'DeleteNote', 'WriteNote']);
  });
});
