import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SETTING_NAMES } from '../config';
import { readEnvironment } from '../process/environment';
import { readScorecardFile, type Signature } from '../protocol/scorecard-file';
import { askIssuer } from '../review/issuer-keys';
import { once } from '../review/own-keys';
import { checkSignature, createSigner, type KeysOf } from '../review/signing';
import { ROOT } from './bundle';

const USAGE = 'Usage: npm run --silent scorecard -- check FILE [--json]';

interface Check {
  /** Whether it can be read, nobody has changed it since it was signed, and no server disowns its key: no problems. */
  ok: boolean;
  /** The worst state of its rounds: changed, then unknown, then verified. */
  signature: Signature;
  rounds: number;
  problems: string[];
}

/** A check with what keeps a round from being verified and is no sign of a forgery. */
interface Found extends Check {
  doubts: string[];
}

/** A request that cannot be carried out: prints one line, and exits with 2. */
class Rejected extends Error {}

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [command, file, ...more] = words.filter((word) => word !== '--json');
  if (command !== 'check' || file === undefined || more.length > 0 || file.startsWith('--'))
    throw new Rejected(USAGE);
  const { doubts, ...check } = await checkFile(await textOf(file));
  process.stdout.write(json ? `${JSON.stringify(check)}\n` : inWords(file, { ...check, doubts }));
  return check.ok ? 0 : 1;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Rejected(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function checkFile(text: string): Promise<Found> {
  const { rounds, problems } = readScorecardFile(text);
  const doubts: string[] = [];
  if (problems.length > 0) return { ok: false, signature: 'unknown', rounds: 0, problems, doubts };
  const others = once(askIssuer({ anywhere: true }));
  const own = await ownKey();
  const found: Signature[] = [];
  for (const [index, entry] of rounds.entries()) {
    const first = await checkSignature(entry, own);
    // Today's key is not in doubt. A key of an earlier secret is known where the server publishes its keys.
    const signature = first === 'unknown' ? await checkSignature(entry, others) : first;
    found.push(signature);
    const no = index + 1;
    if (signature === 'changed') problems.push(`Round ${no} is not what ${entry.issuer} signed.`);
    if (signature !== 'unknown') continue;
    if (!entry.proof) doubts.push(`Round ${no} is not signed.`);
    else if (await others(entry.issuer))
      problems.push(`${entry.issuer} says that the key of round ${no} is not its own.`);
    else doubts.push(`Nobody could say that the key of round ${no} is the one of ${entry.issuer}.`);
  }
  const worst = (['changed', 'unknown'] as const).find((one) => found.includes(one));
  const signature = worst ?? (found.length > 0 ? 'verified' : 'unknown');
  return { ok: problems.length === 0, signature, rounds: rounds.length, problems, doubts };
}

/** The key of the server in this folder is known without a request, so that its files can be checked while it is down. */
async function ownKey(): Promise<KeysOf> {
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  const values: Record<string, string | undefined> = environment.ok ? environment.values : process.env;
  const kept = join(values.DATA_DIR?.trim() || 'data', 'auth-secret');
  const secret = values.AUTH_SECRET?.trim() || (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : '');
  if (!secret) return async () => null;
  const { kid } = await createSigner(secret, '').publicKey();
  const issuers = [values.PUBLIC_URL, `http://localhost:${values.PORT?.trim() || 3000}`];
  return async (issuer) => (issuers.includes(issuer) ? new Set([kid]) : null);
}

function inWords(file: string, { ok, signature, rounds, problems, doubts }: Found): string {
  const head = `${file}: ${ok ? 'ok' : 'not ok'} · ${rounds} ${rounds === 1 ? 'round' : 'rounds'} · ${signature}\n`;
  return head + [...problems, ...doubts].map((problem) => `  ${problem}\n`).join('');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Rejected)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
