import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { bundled } from '../testing/bundled';
import { TestClient } from '../testing/live-server';
import { startPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
import { openOrThrow } from './record.contract';

const CHILD = await bundled('server/testing/die-at.ts');
const BOUNDARIES = ['before-append', 'before-publish', 'before-acknowledge', 'never'] as const;

interface Place {
  dataDir: string;
  databaseUrl: string | null;
}

/** A server of its own process that dies at this boundary once it is armed. */
async function serve({ dataDir, databaseUrl }: Place, boundary: string, roomId: string) {
  const args = [CHILD, dataDir, databaseUrl ?? '', boundary, roomId];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async () => String((await lines.next()).value);
  const [port, room = ''] = (await says()).split(' ');
  const hana = new TestClient(Number(port), 'hana', room);
  await hana.arrives();
  const arm = async () => {
    child.stdin.write('now\n');
    expect(await says()).toBe('armed');
  };
  return { child, hana, room, arm };
}

/**
 * At each boundary in turn: a command is sent, the process is killed there and another takes its place, and the sender, who was
 * told nothing, sends the command again.
 */
async function playedThrough(place: Place): Promise<string[]> {
  let [room, unanswered]: [string, string | null] = ['', null];
  for (const [index, boundary] of BOUNDARIES.entries()) {
    const running = await serve(place, boundary, room);
    const { child, hana } = running;
    room = running.room;
    const raised = (no: number) => ({ type: 'ChangeSettings', settings: { title: `Title ${no}` } }) as const;
    if (unanswered) expect(await hana.sends(raised(index - 1), unanswered)).toEqual({ ok: true });
    if (boundary === 'never') {
      child.kill('SIGKILL');
      await once(child, 'exit');
      break;
    }
    await running.arm();
    unanswered = `command-${boundary}`;
    const gone = once(child, 'exit');
    await expect(hana.sends(raised(index), unanswered)).rejects.toThrow('socket has been disconnected');
    expect((await gone)[1]).toBe('SIGKILL');
  }
  const { record } = await openOrThrow(place);
  const events = await record.load(room);
  await record.close();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  return events
    .map(({ commandId }) => commandId.split('/')[1] ?? '')
    .filter((id) => id.startsWith('command-'));
}

const ONCE_EACH = ['command-before-append', 'command-before-publish', 'command-before-acknowledge'];

test('a process that is killed at any boundary leaves each command to take effect exactly once: SQLite', async () => {
  expect(await playedThrough({ dataDir: tempFolder(), databaseUrl: null })).toEqual(ONCE_EACH);
}, 300_000);

test('a process that is killed at any boundary leaves each command to take effect exactly once: PostgreSQL', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const place = { dataDir: '/nowhere', databaseUrl: await postgres.database() };
  expect(await playedThrough(place)).toEqual(ONCE_EACH);
}, 300_000);
