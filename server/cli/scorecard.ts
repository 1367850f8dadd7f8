import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SETTING_NAMES } from '../config';
import { readEnvironment } from '../process/environment';
import { readScorecardFile, type Signature } from '../protocol/scorecard-file';
import { askIssuer } from '../review/issuer-keys';
import { checkSignature, createSigner, type KeysOf } from '../review/signing';
import { ROOT } from './bundle';

const USAGE = 'Usage: npm run --silent scorecard -- check FILE [--json]';

interface Check {
  /** Whether it can be read and nobody has changed it since it was signed. */
  ok: boolean;
  /** The worst state of its rounds: changed, then unknown, then verified. */
  signature: Signature;
  rounds: number;
  problems: string[];
}

/** A request that cannot be carried out: prints one line, and exits with 2. */
class Rejected extends Error {}

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [command, file, ...more] = words.filter((word) => word !== '--json');
  if (command !== 'check' || file === undefined || more.length > 0 || file.startsWith('--'))
    throw new Rejected(USAGE);
  const check = await checkFile(await textOf(file));
  process.stdout.write(json ? `${JSON.stringify(check)}\n` : inWords(file, check));
  return check.ok ? 0 : 1;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Rejected(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function checkFile(text: string): Promise<Check> {
  const { rounds, problems } = readScorecardFile(text);
  if (problems.length > 0) return { ok: false, signature: 'unknown', rounds: 0, problems };
  const keysOf = remembered(await ownKeyOr(askIssuer({ anywhere: true })));
  const found: Signature[] = [];
  for (const [index, entry] of rounds.entries()) {
    const signature = await checkSignature(entry, keysOf);
    found.push(signature);
    if (signature === 'changed') problems.push(`Round ${index + 1} is not what ${entry.issuer} signed.`);
    if (signature === 'unknown')
      problems.push(
        entry.proof
          ? `Nobody could say that the key of round ${index + 1} is the one of ${entry.issuer}.`
          : `Round ${index + 1} is not signed.`,
      );
  }
  const worst = (['changed', 'unknown'] as const).find((one) => found.includes(one));
  const signature = worst ?? (found.length > 0 ? 'verified' : 'unknown');
  return { ok: signature !== 'changed', signature, rounds: rounds.length, problems };
}

/** The key of the server in this folder is known without a request, so that its files can be checked while it is down. */
async function ownKeyOr(others: KeysOf): Promise<KeysOf> {
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  const values: Record<string, string | undefined> = environment.ok ? environment.values : process.env;
  const kept = join(values.DATA_DIR?.trim() || 'data', 'auth-secret');
  const secret = values.AUTH_SECRET?.trim() || (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : '');
  if (!secret) return others;
  const { kid } = await createSigner(secret, '').publicKey();
  const issuers = [values.PUBLIC_URL, `http://localhost:${values.PORT?.trim() || 3000}`];
  return async (issuer) => (issuers.includes(issuer) ? new Set([kid]) : others(issuer));
}

/** Each server is asked once. */
function remembered(keysOf: KeysOf): KeysOf {
  const asked = new Map<string, ReturnType<KeysOf>>();
  return (issuer) => {
    const known = asked.get(issuer) ?? keysOf(issuer);
    asked.set(issuer, known);
    return known;
  };
}

function inWords(file: string, { ok, signature, rounds, problems }: Check): string {
  const head = `${file}: ${ok ? 'ok' : 'not ok'} · ${rounds} ${rounds === 1 ? 'round' : 'rounds'} · ${signature}\n`;
  return head + problems.map((problem) => `  ${problem}\n`).join('');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Rejected)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
