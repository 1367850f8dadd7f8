import type { RequestListener } from 'node:http';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openLog } from '../log';
import type { Database, WebhooksTable } from '../runtime/tables';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { recordFolder } from '../testing/record-folder';
import { SOON } from '../testing/soon';
import { startReceiver as startWebhookReceiver, takes } from '../testing/webhook-receiver';
import { resendGivenUp, watchOldest } from './given-up';
import { LEASE_MS, MOST_TRIES, type SenderPorts, startSender, waitAfter } from './sender';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const [KEY, NEXT_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const AT = Date.UTC(2026, 8, 1);

async function startReceiver(key: Buffer, port = 0) {
  const receiver = await startWebhookReceiver(key, port);
  onTestFinished(receiver.close);
  return receiver;
}

const fails: RequestListener = (_, response) => response.writeHead(500).end('no');
const hangs: RequestListener = () => undefined;

const row = (room_id: string, seq: number): WebhooksTable => {
  const decided = seq % 2 === 1;
  const type = decided ? 'decision.recorded' : 'round.published';
  return { room_id, seq, type, round_id: 'r1', at: AT, tries: 0, next_at: AT };
};

const places = {
  SQLite: async () => ({ databaseUrl: null, dataDir: await recordFolder() }),
  PostgreSQL: async () => ({ databaseUrl: await postgres.tables(), dataDir: '/nowhere' }),
};

describe.each(Object.entries(places))('webhooks from %s', (_, newPlace) => {
  const open = async () => {
    const opened = await openRecord(await newPlace());
    if (!opened.ok) throw new Error(opened.problem);
    onTestFinished(() => opened.record.close());
    return opened;
  };

  /** One process's sender; what it counts; and the clock that it goes by. */
  const start = (db: Kysely<Database>, url: string, more: Partial<SenderPorts> = {}) => {
    const clock = { at: AT };
    const told: string[] = [];
    const { close } = startSender({
      db,
      settings: { url, keys: [NEXT_KEY, KEY] },
      publicUrl: 'https://panel.example.org',
      now: () => clock.at,
      told: (outcome) => void told.push(outcome),
      log: openLog('silent'),
      beatMs: 20,
      ...more,
    });
    onTestFinished(close);
    return { clock, told, close };
  };

  const add = (db: Kysely<Database>, ...rows: WebhooksTable[]) =>
    db.insertInto('webhooks').values(rows).execute();
  const waiting = (db: Kysely<Database>) => db.selectFrom('webhooks').selectAll().orderBy('seq').execute();
  const isEmpty = (db: Kysely<Database>) =>
    vi.waitFor(async () => expect(await waiting(db)).toEqual([]), SOON);

  test('a webhook holds ids, its kind, its time and a link, and is signed with every key', async () => {
    const { db } = await open();
    await add(db, row('rm_1', 7));
    for (const key of [KEY, NEXT_KEY]) {
      const receiver = await startReceiver(key);
      const { close } = start(db, receiver.url);
      await vi.waitFor(() => expect(receiver.got).toHaveLength(1), SOON);
      await isEmpty(db);
      await close();
      const data = { roomId: 'rm_1', roundId: 'r1', url: 'https://panel.example.org/scorecards/rm_1/r1' };
      const body = { type: 'decision.recorded', timestamp: '2026-09-01T00:00:00.000Z', data };
      expect(receiver.got).toEqual([{ id: 'rm_1-7', body }]);
      await add(db, row('rm_1', 7));
    }
  });

  test('a receiver that fails gets it again under the same id, later each time, and the room’s next one after it', async () => {
    const { db } = await open();
    const receiver = await startReceiver(KEY);
    receiver.answer = fails;
    await add(db, row('rm_1', 3), row('rm_1', 4), row('rm_2', 8));
    const { clock, told } = start(db, receiver.url);
    await vi.waitFor(() => expect(told).toEqual(['failed', 'failed']), SOON);
    await vi.waitFor(async () => {
      const [first, next] = await waiting(db);
      expect(first).toMatchObject({ seq: 3, tries: 1 });
      expect(first?.next_at).toBeGreaterThanOrEqual(AT + waitAfter(1));
      expect(next).toEqual(row('rm_1', 4));
    }, SOON);
    expect(receiver.got.map(({ id }) => id).sort()).toEqual(['rm_1-3', 'rm_2-8']);
    receiver.answer = takes;
    clock.at += 2 * waitAfter(1);
    await isEmpty(db);
    const ids = receiver.got.slice(2).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('rm_1'))).toEqual(['rm_1-3', 'rm_1-4']);
  });

  test('a receiver that hangs, redirects or is gone is tried again, and none that it names instead', async () => {
    const { db } = await open();
    const [receiver, other] = [await startReceiver(KEY), await startReceiver(KEY)];
    await add(db, row('rm_1', 1));
    receiver.answer = hangs;
    const { clock, told } = start(db, receiver.url, { patienceMs: 1_000 });
    const fails = (times: number) => vi.waitFor(() => expect(told).toHaveLength(times), SOON);
    await fails(1);
    receiver.answer = (_, response) => response.writeHead(307, { location: other.url }).end();
    clock.at += 2 * waitAfter(1);
    await fails(2);
    await receiver.close();
    clock.at += 2 * waitAfter(2);
    await fails(3);
    const back = await startReceiver(KEY, receiver.port);
    // An answer without end: its head is all that counts.
    back.answer = (_, response) => void response.writeHead(200).write('and ');
    clock.at += 2 * waitAfter(3);
    await isEmpty(db);
    expect(told).toEqual(['failed', 'failed', 'failed', 'sent']);
    expect(other.got).toEqual([]);
    expect([...receiver.got, ...back.got].map(({ id }) => id)).toEqual(['rm_1-1', 'rm_1-1', 'rm_1-1']);
  });

  test('each is sent by one of several processes', async () => {
    const { db } = await open();
    const receiver = await startReceiver(KEY);
    for (let room = 0; room < 10; room += 1) await add(db, ...[1, 2, 3].map((seq) => row(`rm_${room}`, seq)));
    for (let process = 0; process < 3; process += 1) start(db, receiver.url);
    await isEmpty(db);
    const ids = receiver.got.map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
    expect(ids).toHaveLength(30);
    for (let room = 0; room < 10; room += 1)
      expect(ids.filter((id) => id.startsWith(`rm_${room}-`))).toEqual(
        [1, 2, 3].map((seq) => `rm_${room}-${seq}`),
      );
  });

  test('what a process that was killed had begun is sent by another, and what one leaves at its end at once', async () => {
    const { db } = await open();
    const receiver = await startReceiver(KEY);
    receiver.answer = hangs;
    await add(db, row('rm_1', 1));
    const killed = start(db, receiver.url);
    await vi.waitFor(() => expect(receiver.got).toHaveLength(1), SOON);
    await killed.close();
    // It was put back as it was, since it did not fail.
    expect(await waiting(db)).toEqual([row('rm_1', 1)]);
    // As SIGKILL leaves it.
    await db
      .updateTable('webhooks')
      .set({ tries: 1, next_at: AT + LEASE_MS })
      .execute();
    receiver.answer = takes;
    const { clock } = start(db, receiver.url);
    clock.at += LEASE_MS - 1;
    await add(db, row('rm_2', 1));
    await vi.waitFor(() => expect(receiver.got.at(-1)?.id).toBe('rm_2-1'), SOON);
    expect(receiver.got).toHaveLength(2);
    clock.at += 1;
    await isEmpty(db);
    expect(receiver.got.at(-1)?.id).toBe('rm_1-1');
  });

  test('the age of the oldest goes on between tries that are hours apart', async () => {
    const { db } = await open();
    const receiver = await startReceiver(KEY);
    receiver.answer = fails;
    await add(db, row('rm_1', 1), { ...row('rm_2', 1), at: AT + 1_000 });
    const { clock } = start(db, receiver.url);
    const oldest = watchOldest(db, () => clock.at);
    expect(await oldest()).toBe(0);
    clock.at += 3_600_000;
    expect(await oldest()).toBe(3_600_000);
    clock.at += 7_200_000;
    expect(await oldest()).toBe(10_800_000);
    receiver.answer = takes;
    // The try that was under way fails, and the next is hours after it.
    await vi.waitFor(async () => {
      clock.at += 86_400_000;
      expect(await waiting(db)).toEqual([]);
    }, SOON);
    expect(await oldest()).toBe(0);
  });

  test('after about a day it is given up, and the next one has its turn', async () => {
    const { db } = await open();
    const receiver = await startReceiver(KEY);
    receiver.answer = (_, response) => {
      response.writeHead(receiver.got.at(-1)?.id === 'rm_1-1' ? 500 : 200).end();
    };
    await add(db, { ...row('rm_1', 1), tries: MOST_TRIES - 1 }, row('rm_1', 2));
    const { told, clock } = start(db, receiver.url);
    const oldest = watchOldest(db, () => clock.at);
    await vi.waitFor(() => expect(told).toEqual(['failed', 'given-up', 'sent']), SOON);
    // It is kept, and nothing waits for it.
    await vi.waitFor(
      async () => expect(await waiting(db)).toMatchObject([{ seq: 1, tries: MOST_TRIES }]),
      SOON,
    );
    clock.at += 7 * 86_400_000;
    expect(await oldest()).toBe(0);
    receiver.answer = takes;
    expect(await resendGivenUp(db)).toBe(1);
    await isEmpty(db);
    expect(receiver.got.map(({ id }) => id)).toEqual(['rm_1-1', 'rm_1-2', 'rm_1-1']);
    expect(await resendGivenUp(db)).toBe(0);
    const hours = Array.from({ length: MOST_TRIES - 1 }, (_, i) => waitAfter(i + 1) / 3_600_000);
    const sum = hours.reduce((a, b) => a + b);
    expect(sum).toBeGreaterThan(20);
    expect(sum).toBeLessThan(30);
  });
});
