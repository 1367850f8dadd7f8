import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type SimulationReport, simulate } from '../simulate/simulation';
import { build } from './build';
import { ROOT, SERVER } from './bundle';

const USAGE = `npm run simulate -- [--url URL] --rooms N --panelists M --seed S [--json]
Everybody signs in as a guest. A server that is not on this machine lets in 60 new guests of one network within ten minutes: raise
GUEST_LIMIT there, and never on one that people use.`;
/** How many findings of each kind are printed. */
const TOLD = 10;

interface Wish {
  url: string | null;
  rooms: number;
  panelists: number;
  seed: number;
  json: boolean;
}

/** `npm run simulate`: simulated people play whole rounds against a server, which it starts unless there is a `--url`. */
async function main(): Promise<number> {
  const wish = readWish();
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\nUsage: ${USAGE}\n`);
    return 2;
  }
  const own = wish.url === null ? await startServer() : null;
  if (own === 'failed') return 1;
  try {
    const { report, findings } = await simulate({ ...wish, url: own?.url ?? wish.url ?? '' });
    for (const [kind, found] of Object.entries(findings)) {
      for (const text of found.slice(0, TOLD)) process.stderr.write(`${kind}: ${text}\n`);
    }
    process.stdout.write(wish.json ? `${JSON.stringify(report)}\n` : inWords(report));
    return Object.values(findings).some((found) => found.length > 0) ? 1 : 0;
  } catch (error) {
    process.stderr.write(
      `The simulation stopped: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  } finally {
    await own?.stop();
  }
}

/** The options, or a sentence that says what is wrong with them. */
function readWish(): Wish | string {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        rooms: { type: 'string', default: '4' },
        panelists: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const [rooms, panelists, seed] = [Number(values.rooms), Number(values.panelists), Number(values.seed)];
    if (!Number.isInteger(rooms) || rooms < 1 || rooms > 500)
      return '--rooms takes a whole number from 1 to 500.';
    if (!Number.isInteger(panelists) || panelists < 1 || panelists > 20)
      return '--panelists takes a whole number from 1 to 20.';
    if (!Number.isSafeInteger(seed)) return '--seed takes a whole number.';
    if (values.url !== undefined && !/^https?:\/\//.test(values.url))
      return '--url takes the address of a server, as in http://localhost:3000.';
    return { url: values.url?.replace(/\/$/, '') ?? null, rooms, panelists, seed, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A server of our own on a free port, with its record in a temporary folder. */
async function startServer(): Promise<{ url: string; stop(): Promise<void> } | 'failed'> {
  if ((await build({ evenIfFresh: false, quiet: true })) !== 0) return 'failed';
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-simulate-'));
  const server = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(server);
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (url) return { url, stop };
  await stop();
  return 'failed';
}

async function addressOf(server: ChildProcess): Promise<string | null> {
  if (!server.stdout) return null;
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /Open (http\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  return null;
}

function inWords(report: SimulationReport): string {
  const { rooms, people, commands, acknowledged, latencyMs, seconds } = report;
  return [
    `${people} people in ${rooms} rooms sent ${commands} commands in ${seconds} s; ${acknowledged} took effect, the others were rejected with a reason.`,
    `Answers took ${latencyMs.p50} ms (median) and ${latencyMs.p99} ms (99 of 100).`,
    `${report.exports.made} exports were made, ${report.exports.readBack} read back, ${report.exports.refused} withheld from others.`,
    `Lost ${report.lost}, duplicated ${report.duplicated}, diverged ${report.diverged}, leaks ${report.leaks}.`,
    `${report.exercises.led + report.exercises.peer} exercises with planted issues, ${report.exercises.peer} of them among peers.`,
    `${report.edits} changes of code; ${report.textsDiverged} copies of a text were not the same in the end.`,
    '',
  ].join('\n');
}

process.exitCode = await main();
