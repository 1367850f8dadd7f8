import { describe, expect, test } from 'vitest';
import type { Ack } from '@/server/protocol/wire';
import { aBrowser, ME, note, rate, say } from './a-browser';
import { findDraft } from './drafts';

const no: Ack = { ok: false, code: 'wrong-phase', message: 'The round has moved on.' };
const browser = aBrowser();

describe('shown at once', () => {
  test('ticks, ratings, notes and marks appear in one’s own part before they are answered', () => {
    const { link, client } = browser.open();
    link.connect();
    link.cut();
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p1', mark: 'heard' });
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p2', mark: 'missed' });
    void client.send({ type: 'MarkPoint', askId: 'a1', pointId: 'p2', mark: null });
    void client.send({ type: 'MarkStar', askId: 'a1', letter: 'S', atMs: 5_000 });
    void client.send(rate(null));
    void client.send(note('note-0001', 'no numbers'));
    const ask = client.getState().mine?.asks.a1;
    expect(ask).toMatchObject({
      ticks: { p1: 'heard' },
      stars: { S: 5_000 },
      first: { value: null },
      second: null,
      notes: { 'note-0001': { text: 'no numbers', atMs: 42_000 } },
    });
    expect(ask?.ticks).not.toHaveProperty('p2');
  });

  test('an own part from the server does not hide pending changes', () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [new Promise(() => undefined)];
    void client.send(rate(4));
    link.events?.patch({
      n: 2,
      mine: [{ op: 'replace', path: '/ready', value: true }],
      at: Date.now(),
    });
    expect(client.getState().mine?.ready).toBe(true);
    expect(client.getState().mine?.asks.a1?.first).toEqual({ value: 4 });
  });

  test('one’s own part stays the same object while other things change', () => {
    const { link, client } = browser.open();
    link.connect();
    const before = client.getState().mine;
    link.events?.patch({
      n: 2,
      view: [{ op: 'add', path: `/hands/members/${ME}`, value: true }],
      at: Date.now(),
    });
    expect(client.getState().mine).toBe(before);
  });
});

describe('drafts', () => {
  test('survive a reload', () => {
    const { client } = browser.open();
    client.drafts.set('message', 'shall we skip');
    client.close();
    expect(browser.open().client.drafts.get('message')).toBe('shall we skip');
  });

  test('a rejected text goes back into its field, with the next one after it', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [no, no];
    await client.send(say('first'));
    expect(client.drafts.get('message')).toBe('first');
    await client.send(say('second'));
    expect(client.drafts.get('message')).toBe('first second');
  });

  test('a rejected find goes back into its field', async () => {
    const { link, client } = browser.open();
    link.connect();
    link.answers = [no];
    await client.send({ type: 'AddFind', askId: 'a1', findId: 'f1', text: 'a race', lines: null, atMs: 1 });
    expect(client.drafts.get(findDraft('a1'))).toBe('a race');
  });
});
