import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from './cli/build';
import { ROOT } from './cli/root';
import type { Command } from './protocol/commands';
import type { Ack, FullFrame } from './protocol/wire';
import { PROTOCOL_VERSION, SCRATCH_PAD } from './protocol/words';
import { accepted, ofAudience, panelViewOf } from './simulate/simulated-people';
import { gathers } from './simulate/simulated-room';
import { simulate } from './simulate/simulation';
import { type Cluster, type ClusterProcess, startCluster } from './testing/cluster';
import { seededRandom } from './testing/seeded-random';
import { entersAsGuest } from './testing/served';
import { SOON } from './testing/soon';
import { testSettings } from './testing/stories';
import { startReceiver, type WebhookReceiver } from './testing/webhook-receiver';

let cluster: Cluster;
let receiver: WebhookReceiver;
const KEY = Buffer.alloc(32, 3);

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  receiver = await startReceiver(KEY);
  const env = { WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: `whsec_${KEY.toString('base64')}` };
  cluster = await startCluster({ processes: 3, env });
}, 300_000);
afterAll(async () => {
  await cluster?.close();
  await receiver?.close();
});

const NOTHING = {
  lost: [],
  duplicated: [],
  diverged: [],
  leaks: [],
  textsDiverged: [],
  exports: [],
  exercises: [],
};

/** Asks the balancer's address all the time, a connection each, as many new visitors do; how long (ms) it gave no good answer. */
async function watched(work: () => Promise<void>): Promise<{ longestMs: number }> {
  let [isOver, longestMs, lastGood] = [false, 0, performance.now()];
  const asking = (async () => {
    while (!isOver) {
      const isGood = await fetch(`${cluster.url}/api/auth/session`, {
        headers: { connection: 'close' },
      }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isGood) lastGood = performance.now();
      longestMs = Math.max(longestMs, performance.now() - lastGood);
      await delay(20);
    }
  })();
  await work();
  isOver = true;
  await asking;
  return { longestMs };
}

/** A room that is played to its end, again and again until the work is done: what was found in all of them. */
async function playing(seed: number, work: () => Promise<void>): Promise<unknown[]> {
  let isOver = false;
  const rooms = (async () => {
    const findings: unknown[] = [];
    for (let no = seed; findings.length === 0 || !isOver; no += 1)
      findings.push((await simulate({ url: cluster.url, rooms: 1, panelists: 2, seed: no })).findings);
    return findings;
  })();
  const [findings] = await Promise.all([
    rooms,
    work().finally(() => {
      isOver = true;
    }),
  ]);
  return findings;
}

test('a rolling restart of three: each ends cleanly, rounds go on with nothing lost, and visitors wait for less than a second', async () => {
  const codes: (number | null)[] = [];
  let longestMs = Number.POSITIVE_INFINITY;
  const findings = await playing(11, async () => {
    ({ longestMs } = await watched(async () => {
      for (const process of cluster.processes) {
        codes.push(await process.stop('SIGTERM'));
        process.start();
        await cluster.balancer.ready(3);
      }
    }));
  });
  expect(codes).toEqual([0, 0, 0]);
  for (const found of findings) expect(found).toEqual(NOTHING);
  expect(longestMs).toBeLessThan(1_000);
  // Each room's one scorecard was told of, by one process.
  await vi.waitFor(() => expect(receiver.got).toHaveLength(findings.length), SOON);
  expect(new Set(receiver.got.map(({ body }) => body.data.roomId)).size).toBe(findings.length);
  expect(receiver.got.map(({ body }) => body.type)).toEqual(findings.map(() => 'round.published'));
}, 400_000);

test('a process that is killed takes nobody’s round with it, and visitors wait for less than two seconds', async () => {
  const [victim] = cluster.processes;
  if (!victim) throw new Error('there is no process');
  let longestMs = Number.POSITIVE_INFINITY;
  const findings = await playing(21, async () => {
    ({ longestMs } = await watched(async () => {
      await victim.stop('SIGKILL');
      await cluster.balancer.ready(2);
      victim.start();
      await cluster.balancer.ready(3);
    }));
  });
  for (const found of findings) expect(found).toEqual(NOTHING);
  expect(longestMs).toBeLessThan(2_000);
}, 400_000);

test('two people type, each on a process, and one of these is killed: nothing that was acknowledged is lost', async () => {
  const [there, here] = cluster.processes;
  if (!there || !here) throw new Error('there are no two processes');
  const plan = { url: cluster.url, no: 0, panelists: 1, random: seededRandom(5), people: [] };
  const { roomId, people } = await gathers(plan, 'led');
  const [host] = people;
  const [pia] = ofAudience(people, 'panelist');
  const [carl] = ofAudience(people, 'candidate');
  if (!host || !pia || !carl) throw new Error('somebody is missing');
  await pia.connects(roomId, `http://127.0.0.1:${there.port}`);
  await carl.connects(roomId, `http://127.0.0.1:${here.port}`);
  await accepted(host, { type: 'StartRound', candidateId: null });
  await accepted(host, { type: 'PushItem', itemId: SCRATCH_PAD, liveAskId: null });
  const askId = (await panelViewOf(host)).asks.liveAskId ?? '';
  const memberId = pia.replica.known?.mine.memberId ?? '';
  await accepted(host, { type: 'HandPen', askId, memberId });
  const writers = [pia, carl].map((person) => ({ person, copy: person.opensText(askId), typed: '' }));
  const [hers, his] = writers;
  if (!hers || !his) throw new Error('nobody writes');
  const acknowledged: string[] = [];
  for (let no = 0; no < 40; no += 1) {
    for (const writer of writers) {
      writer.typed = `${writer.person.name}-${no};`;
      writer.copy.text.insert(writer.copy.text.length, writer.typed);
    }
    // Nobody waits for her: her process goes in the middle of a word.
    const gone = no === 20 ? there.stop('SIGKILL') : null;
    await expect.poll(() => his.copy.state, { interval: 2, timeout: 60_000 }).toBe('saved');
    for (const { copy, typed } of writers) if (copy.state === 'saved') acknowledged.push(typed);
    await gone;
  }
  expect(hers.copy.state).toBe('kept');
  there.start();
  const text = () => hers.copy.text.toJSON();
  await expect
    .poll(() => [hers.copy.state, text() === his.copy.text.toJSON()], { timeout: 60_000 })
    .toEqual(['saved', true]);
  const fresh = host.opensText(askId);
  await expect.poll(() => fresh.text.toJSON(), { timeout: 60_000 }).toBe(text());
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  for (const word of [...acknowledged, 'panelist0x0-39;']) expect(text().split(word)).toHaveLength(2);
  for (const copy of [hers.copy, his.copy, fresh]) copy.close();
  for (const person of people) person.disconnects();
}, 400_000);

/** A guest with a room of their own, and a connection to it on each process. */
async function opensRoom(name: string) {
  const cookie = await entersAsGuest(cluster.url, name);
  const opened = await fetch(`${cluster.url}/api/rooms`, {
    method: 'POST',
    headers: { origin: cluster.url, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ packId: 'software-engineer', ...testSettings('led', { agenda: [] }) }),
  });
  const { roomId } = (await opened.json()).value;
  const connects = async (process: ClusterProcess | undefined) => {
    const socket = io(`http://127.0.0.1:${process?.port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { roomId, version: PROTOCOL_VERSION },
      extraHeaders: { cookie },
    });
    const full = await new Promise<FullFrame>((resolve) => socket.once('full', resolve));
    const sends = (command: Command, commandId: string = randomUUID()): Promise<Ack> =>
      socket.emitWithAck('command', { commandId, command });
    return { socket, full, sends };
  };
  return { cookie, connects };
}

/** Somebody is connected to the second process: how long (ms) after `signOut` that ends. */
async function isOutAfter(name: string, signOut: (cookie: string) => Promise<unknown>): Promise<number> {
  const { cookie, connects } = await opensRoom(name);
  const { socket } = await connects(cluster.processes[1]);
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  const asked = performance.now();
  await signOut(cookie);
  await gone;
  return performance.now() - asked;
}

test('somebody who signs out everywhere is out of the other process within a second, and within seconds if an administrator did it', async () => {
  const [there] = cluster.processes;
  const ms = await isOutAfter('Ada', async (cookie) => {
    const headers = { origin: cluster.url, cookie };
    const answer = await fetch(`http://127.0.0.1:${there?.port}/api/account/sign-out-everywhere`, {
      method: 'POST',
      headers,
    });
    expect(answer.status).toBe(200);
  });
  expect(ms).toBeLessThan(1_000);

  const admin = async (...words: string[]) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, ...cluster.settings };
    const run = await promisify(execFile)(process.execPath, ['dist/admin.mjs', ...words], { cwd: ROOT, env });
    return run.stdout;
  };
  let commandsMs = 0;
  const whole = await isOutAfter('Zora', async () => {
    const asked = performance.now();
    const [zora] = JSON.parse(await admin('people', 'Zora', '--json'));
    expect(await admin('sign-out', zora.id)).toContain('is signed out everywhere');
    commandsMs = performance.now() - asked;
  });
  // With the next beat.
  expect(whole - commandsMs).toBeLessThan(6_000);
}, 120_000);

test('a command that waits at a frozen process does not take effect after another one has answered it', async () => {
  const [there, here] = cluster.processes;
  const { connects } = await opensRoom('Grace');
  const [first, second] = [await connects(there), await connects(here)];
  there?.freeze();
  const frozenAt = performance.now();
  const again: Command = { type: 'ReopenRoom' };
  const waiting = first.sends(again, 'reopens-1');
  // Her browser hears nothing, and sends it again elsewhere, where nothing is to be done.
  expect(await second.sends(again, 'reopens-1')).toEqual({ ok: true });
  expect(await second.sends({ type: 'EndRoom' })).toEqual({ ok: true });
  await vi.waitFor(() => expect(performance.now() - frozenAt).toBeGreaterThan(2_000), SOON);
  there?.goOn();
  // Now something could be done.
  expect(await waiting).toMatchObject({ ok: false, code: 'unavailable' });
  const { full, socket } = await connects(here);
  expect(full.view.room).toMatchObject({ phase: 'ended' });
  expect(await second.sends(again)).toEqual({ ok: true });
  for (const one of [first.socket, second.socket, socket]) one.disconnect();
  await vi.waitFor(() => expect(there?.said()).toContain('"state":"stalled"'), SOON);
}, 120_000);

test('a cluster whose processes cannot start says why', async () => {
  const starting = startCluster({ processes: 1, env: { AUTH_SECRET: 'short' } });
  await expect(starting).rejects.toThrow('AUTH_SECRET');
});
