import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CheckReport } from '../protocol/code';
import { CODE_LIMITS } from '../protocol/words';
import { findChromium } from '../testing/chromium';
import { SANDBOX_HEADERS, SANDBOX_PAGE, SANDBOX_PATH } from './code-sandbox';

const ROOT = join(import.meta.dirname, '../..');

/** The runner of our pages in a real browser, with the real sandbox; and what was asked of the server meanwhile. */
let server: Server;
let browser: Browser;
let page: Page;
let script: string;
const asked: string[] = [];

const opened = (...args: string[]) =>
  chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', ...args] });

async function runnerScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { runnerOf } from './app/room/code/checks/runner';
        window.runs = async (language, text, checks) =>
          (await runnerOf(language)).run({ text, checks, data: null });
        window.says = (...program) => window.runs(...program).then((report) => fetch('/said?' + encodeURIComponent(JSON.stringify(report))));`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfig: join(ROOT, 'tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}

beforeAll(async () => {
  script = await runnerScript();
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path === SANDBOX_PATH) return response.writeHead(200, SANDBOX_HEADERS).end(SANDBOX_PAGE);
    if (path === '/runner.js') return response.end(script);
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'seat=mine' });
    response.end('<!doctype html><link rel="icon" href="data:,"><script src="/runner.js"></script>');
  }).listen(0, '127.0.0.1');
  browser = await opened();
  page = await browser.newPage();
  await page.goto(address());
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

function runs(
  text: string,
  checks: string | null = "test('runs', () => {});",
  language = 'js',
): Promise<CheckReport> {
  return page.evaluate((args) => Reflect.get(window, 'runs')(...args), [language, text, checks]);
}

/** The frame in a process of its own, once there is one. */
async function nextFrame(root: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: { targetId: string; type: string; url: string } }) => {
      if (targetInfo.type === 'iframe' && targetInfo.url.endsWith(SANDBOX_PATH)) resolve(targetInfo.targetId);
    };
    root.on('Target.targetCreated', look);
    root.on('Target.targetInfoChanged', look);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  return found;
}

const named = ({ results }: CheckReport) => results.map(({ name, ok, message }) => [name, ok, message]);
const STOPPED = ['The whole program', false, 'It did not end within 2 seconds, so it was stopped.'];

describe('a program in a real browser', () => {
  test('in TypeScript runs with its checks, and leaves nothing for the next', async () => {
    const told = asked.length;
    const half = 'function half(n: number): number { globalThis.left = true; return n / 2; }';
    expect(named(await runs(half, "test('halves', () => assert.equal(half(4), 2));", 'ts'))).toEqual([
      ['halves', true, ''],
    ]);
    expect((await runs('console.log(typeof left);')).output).toBe('undefined\n');
    // Of the program itself the server hears nothing.
    expect(asked.slice(told)).toEqual([SANDBOX_PATH, SANDBOX_PATH]);
  });

  test('without checks prints, also after its timers and from a promise that nobody waits for', async () => {
    const slow = 'setTimeout(() => console.log("later"), 50); console.log("now");';
    expect(await runs(slow, null)).toEqual({ results: [], output: 'now\nlater\n' });
    const rejected = '(async () => { throw new TypeError("lost"); })();';
    expect(await runs(rejected, null)).toEqual({
      results: [],
      output: 'Uncaught TypeError: lost (line 1)\n',
    });
    expect(named(await runs('setInterval(() => {}, 10);', null))).toEqual([STOPPED]);
    const [late] = named(await runs('setTimeout(() => { throw new Error("late"); }, 10);', null));
    expect(late).toEqual(['The whole program', false, expect.stringContaining('late')]);
  });

  test('that fails says on which of its own lines', async () => {
    const text = `interface Tide { metres: number }
      function high(tides: Tide[]): number {
        return tides[0].metres;
      }`;
    const checks =
      "test('none', () => high([]));\ntest('own', () => assert.equal(high([{ metres: 2 }]), 3));";
    expect(named(await runs(text, checks, 'ts'))).toEqual([
      ['none', false, expect.stringMatching(/^TypeError: .*\(line 3\)$/)],
      ['own', false, 'got 2, expected 3'],
    ]);
    const [alone] = named(await runs(`${text}\n\nhigh([]);`, null, 'ts'));
    expect(alone).toEqual(['The whole program', false, expect.stringMatching(/\(line 3\)$/)]);
    expect(named(await runs('export const one = 1;\nnull.x;', null))[0]?.[2]).toMatch(/\(line 2\)$/);
  });

  test('whose process the browser ends, for example for lack of memory, takes nothing else with it', async () => {
    // As every Chromium with a window does: a frame without an origin has a process of its own.
    const isolating = await opened('--site-per-process');
    onTestFinished(() => isolating.close());
    const own = await isolating.newPage();
    await own.goto(address());
    const root = await isolating.newBrowserCDPSession();
    const heard = new Promise<string>((resolve) => {
      server.on('request', ({ url = '' }) => {
        if (url.startsWith('/said?')) resolve(decodeURIComponent(url.slice('/said?'.length)));
      });
    });
    const frame = nextFrame(root);
    await own.evaluate(() => void Reflect.get(window, 'says')('js', 'while (true);', null));
    // It ends as when the system has no memory left for it.
    const targetId = await frame;
    const { sessionId } = await root.send('Target.attachToTarget', { targetId });
    await root.send('Target.sendMessageToTarget', { sessionId, message: '{"id":1,"method":"Page.crash"}' });
    const report: CheckReport = JSON.parse(await heard);
    expect(named(report)).toEqual([
      ['The whole program', false, 'It did not run here: it may need more memory than this browser has.'],
    ]);
  });

  test('that never ends, or takes memory without end, is stopped with words, and the page goes on', async () => {
    const done = "test('first', () => {});";
    const reports = await Promise.all([
      runs('while (true);'),
      runs('', `${done} test('second', () => { while (true); });`),
      runs('const kept = []; while (true) kept.push(new Uint8Array(1e6).fill(1));'),
      runs('const kept = []; for (let n = 0; ; n += 1) kept.push({ n });'),
    ]);
    const [endless, after, ...greedy] = reports.map(named);
    expect(endless).toEqual([STOPPED]);
    expect(after).toEqual([['first', true, ''], STOPPED]);
    // By its time or by the browser, whichever is first.
    for (const results of greedy) expect(results).toEqual([['The whole program', false, expect.any(String)]]);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(named(await runs(''))).toEqual([['runs', true, '']]);
  });

  test('that prints or reports too much is cut at its limit', async () => {
    const printed = await runs('while (true) console.log("tide ".repeat(50));');
    expect(printed.output).toHaveLength(CODE_LIMITS.checkOutput);
    expect(named(printed)).toEqual([['The whole program', false, 'It printed too much, so it was stopped.']]);
    const many = await runs('', 'for (let n = 0; n < 500; n += 1) test("n".repeat(999), () => {});');
    expect(many.results).toHaveLength(CODE_LIMITS.checks);
    expect(many.results[0]?.name).toHaveLength(200);
    const long = await runs('', "test('long', () => { throw new Error('x'.repeat(9999)); });");
    expect(long.results[0]?.message).toHaveLength(CODE_LIMITS.checkMessage);
  });

  test('reaches no network by any way, no page, no cookie and no storage', async () => {
    const told = asked.length;
    const to = `${address()}stolen`;
    const report = await runs(
      `const to = ${JSON.stringify(to)};
      const errs = (target) => new Promise((resolve, reject) => { target.onerror = resolve; target.onopen = target.onmessage = reject; });
      const blocked = (name, run) => test(name, () => assert.rejects(async () => await run()));`,
      `blocked('fetch', () => fetch(to));
      blocked('beacon', () => navigator.sendBeacon(to, 'x'));
      blocked('request', () => { const x = new XMLHttpRequest(); x.open('GET', to, false); x.send(); });
      blocked('scripts', () => importScripts(to));
      blocked('module', () => import(to));
      blocked('storage', () => new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = resolve; r.onerror = reject; }));
      blocked('caches', () => caches.open('x'));
      test('socket', async () => { try { await errs(new WebSocket(to.replace('http', 'ws'))); } catch (error) { assert(error instanceof Error); } });
      test('events', async () => { try { await errs(new EventSource(to)); } catch (error) { assert(error instanceof Error); } });
      test('worker', async () => { try { await errs(new Worker(to)); } catch (error) { assert(error instanceof Error); } });
      test('page', () => { assert.equal(typeof document, 'undefined'); assert.equal(typeof parent, 'undefined'); });`,
    );
    expect(named(report).filter(([, ok]) => !ok)).toEqual([]);
    expect(report.results).toHaveLength(11);
    expect(asked.slice(told)).toEqual([SANDBOX_PATH]);
  });
});
