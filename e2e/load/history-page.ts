import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../server/cli/bundle';

export interface PageTimes {
  /** Until all of the page was there. */
  ms: number;
  /** Of the processor's time, for queries, rendering and answering. */
  processorMs: number;
}

interface RecordPlace {
  databaseUrl: string | null;
  dataDir: string;
}

interface Running {
  url: string;
  stop(): Promise<void>;
}

/**
 * A page of the built server as its browser gets it, once to warm the record and then so many times. `write` fills the
 * record for the guest who opens it, while no server runs.
 */
export async function measurePage(
  record: RecordPlace,
  path: string,
  times: number,
  write: () => Promise<void>,
): Promise<PageTimes[]> {
  const first = await starts(record);
  const cookie = await entersAsGuest(first.url);
  await first.stop();
  await write();
  const { url, stop } = await starts(record);
  const opens = async () => {
    const before = await processorMs(url);
    const start = performance.now();
    const page = await fetch(url + path, { headers: { cookie, accept: 'text/html' } });
    const html = await page.text();
    if (!page.ok || !html.includes('</html>')) throw new Error(`${path} was answered with ${page.status}`);
    return { ms: performance.now() - start, processorMs: (await processorMs(url)) - before };
  };
  await opens();
  const all: PageTimes[] = [];
  while (all.length < times) all.push(await opens());
  await stop();
  return all;
}

/** Beside a database in another place, a start needs one; it is for this measurement alone. */
const SECRET = 'the secret of a measurement, of thirty-two characters';

async function starts({ databaseUrl, dataDir }: RecordPlace): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'server.mjs')], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...(databaseUrl && { DATABASE_URL: databaseUrl, AUTH_SECRET: SECRET }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /Hotseat is ready\. Open (\S+)/.exec(line) ?? [];
    if (!url) continue;
    child.stdout.resume();
    return {
      url,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The built server did not start. Run `npm run build` first.');
}

async function entersAsGuest(url: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const entered = await fetch(`${url}/api/auth/callback/guest`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, name: 'Lena', json: 'true', callbackUrl: url }),
  });
  return cookiesOf(entered);
}

const cookiesOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/** Of the server since its start; reading it costs about half a millisecond. */
async function processorMs(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const [, seconds] = /^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text) ?? [];
  if (seconds === undefined) throw new Error('The server does not tell of its processor time.');
  return Number(seconds) * 1_000;
}
