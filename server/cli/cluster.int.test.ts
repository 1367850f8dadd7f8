import { beforeAll, expect, test } from 'vitest';
import { startProgram } from '../testing/program';
import { entersAsGuest } from '../testing/served';
import { build } from './build';
import { ROOT } from './bundle';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

/** `npm run cluster --` and these words. */
const cluster = (...words: string[]) =>
  startProgram('npm', ['run', '--silent', 'cluster', '--', ...words], {}, ROOT);

test.each([
  [['--processes', '0'], '--processes takes a whole number from 1 to 16.'],
  [['--port', 'http'], '--port takes a whole number up to 65535.'],
  [['--proceses', '2'], "Unknown option '--proceses'"],
])('npm run cluster says what is wrong with %j, and how it is used', async (words, problem) => {
  const { code, stdout, stderr } = await cluster(...words).ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(problem);
  expect(stderr).toMatch(/Usage: npm run cluster -- \[--processes N\] \[--port PORT\]\n$/);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'npm run cluster starts what was asked for, says where, and ends cleanly with everything it started at %s',
  async (signal) => {
    const program = cluster('--processes', '2', '--port', '0');
    const [said, url = ''] = await program.says(
      /^(?:.*\n)*Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/,
    );
    const processes = [...said.matchAll(/^A process listens on (http:\/\/127\.0\.0\.1:\d+)$/gm)].map(
      ([, address = '']) => address,
    );
    expect(processes).toHaveLength(2);
    for (const address of [url, ...processes]) expect((await fetch(`${address}/readyz`)).status).toBe(200);
    // One sign-in counts on all of them.
    const cookie = await entersAsGuest(url);
    for (const address of [url, ...processes])
      expect(
        await (await fetch(`${address}/api/auth/session`, { headers: { cookie } })).json(),
      ).toMatchObject({
        user: { name: 'Ada' },
      });
    // A terminal's Ctrl-C reaches all of them, and a supervisor's signal only the first.
    if (signal === 'SIGINT') program.killGroup(signal);
    else program.kill(signal);
    expect((await program.ended).code).toBe(0);
    for (const address of [url, ...processes]) await expect(fetch(address)).rejects.toThrow('fetch failed');
  },
  120_000,
);
