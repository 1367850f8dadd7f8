import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type PackReading, readPack } from '../guides/read-pack';

const USAGE = 'Usage: npm run --silent pack -- check FILE… [--json]';

/** A wish that cannot be carried out: one line for the person, exit code 2. */
class Refused extends Error {}

async function main(words: string[]): Promise<number> {
  const json = words.includes('--json');
  const [command, ...files] = words.filter((word) => word !== '--json');
  const option = files.find((file) => file.startsWith('--'));
  if (option) throw new Refused(`Unknown option ${option}. ${USAGE}`);
  if (command !== 'check' || files.length === 0) throw new Refused(USAGE);
  const checks: { file: string; reading: PackReading }[] = [];
  for (const file of packsAmong(files)) checks.push({ file, reading: readPack(await readText(file)) });
  process.stdout.write(json ? `${JSON.stringify(toJson(checks), null, 2)}\n` : checks.map(toReport).join(''));
  return checks.every(({ reading }) => reading.ok) ? 0 : 1;
}

/** `content/*.md` names the page about packs too; like the catalogue, leave it out. */
function packsAmong(files: string[]): string[] {
  const packs = files.filter((file) => basename(file) !== 'README.md');
  return packs.length > 0 ? packs : files;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new Refused(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new Refused(`${file} is a folder: name the Markdown files in it.`);
    throw new Refused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

type Check = { file: string; reading: PackReading };

function toJson(checks: Check[]): unknown {
  const all = checks.map(({ file, reading: { ok, title, counts, problems } }) => ({
    file,
    check: { ok, title, ...counts, problems },
  }));
  const [only] = all;
  return only && all.length === 1 ? only.check : all.map(({ file, check }) => ({ file, ...check }));
}

function toReport({ file, reading }: Check): string {
  const { groups, questions, keyPoints, contexts, exercises, tips } = reading.counts;
  const head = `${file}: ${reading.ok ? 'ok' : `${reading.problems.length} to mend`} · ${reading.title ?? 'no title'}\n`;
  const counts = `  groups ${groups}, questions ${questions}, keyPoints ${keyPoints}, contexts ${contexts}, exercises ${exercises}, tips ${tips}\n`;
  const problems = reading.problems.map(
    ({ line, code, message, hint }) => `  ${file}:${line} ${message} [${code}]\n    ${hint}\n`,
  );
  return head + counts + problems.join('');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
