import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { convertFile } from '../guides/convert';
import { notRead } from '../guides/not-read';
import { type PackReading, readPack } from '../guides/read-pack';
import { type Tally, tallyOf } from '../guides/tally';
import { tidyPack } from '../guides/tidy';
import type { PackProblem } from '../protocol/pack';
import { keyOf, sheetOf, trialOf } from './trial';

const USAGE =
  'Usage: npm run --silent pack -- check FILE… [--json] [--strict], or tidy FILE, or trial FILE… [--seed=7] [--key]';
const OPTIONS = ['--json', '--strict', '--key'];
const SEED = /^--seed=(\d{1,9})$/;

/** A request that cannot be carried out: prints one line, and exits with 2. */
class Rejected extends Error {}

type Check = { file: string; reading: PackReading; notes: string[] };

async function main(words: string[]): Promise<number> {
  const [command, ...files] = words.filter((word) => !OPTIONS.includes(word) && !SEED.test(word));
  const option = files.find((file) => file.startsWith('--'));
  if (option) throw new Rejected(`Unknown option ${option}. ${USAGE}`);
  if (files.length === 0) throw new Rejected(USAGE);
  if (command === 'check') return check(files, words);
  if (command === 'trial') return trial(files, words);
  if (command === 'tidy' && files.length === 1) return tidy(files[0] ?? '');
  throw new Rejected(USAGE);
}

async function check(files: string[], words: string[]): Promise<number> {
  const checks: Check[] = [];
  for (const file of packsAmong(files)) checks.push(await read(file));
  const json = words.includes('--json');
  process.stdout.write(json ? `${JSON.stringify(toJson(checks), null, 2)}\n` : checks.map(toReport).join(''));
  const strict = words.includes('--strict');
  return checks.every(({ reading }) => reading.ok && !(strict && reading.warnings.length > 0)) ? 0 : 1;
}

/** Prints the documented form; problems that keep a file from being a pack go to standard error. */
async function tidy(file: string): Promise<number> {
  const found = await read(file);
  if (found.reading.ok) process.stdout.write(tidyPack(found.reading.pack, found.reading.named));
  else process.stderr.write(toReport(found));
  return found.reading.ok ? 0 : 1;
}

/** Prints answers for two readers to rate alone or, with the same seed, the packs' ratings of them. */
async function trial(files: string[], words: string[]): Promise<number> {
  const readings: PackReading[] = [];
  for (const file of packsAmong(files)) readings.push((await read(file)).reading);
  const packs = readings.flatMap((reading) => (reading.ok ? [reading.pack] : []));
  const seed = words.flatMap((word) => SEED.exec(word)?.[1] ?? [])[0];
  const items = trialOf(packs, Number(seed ?? 7));
  process.stdout.write(words.includes('--key') ? keyOf(items) : sheetOf(items));
  return items.length > 0 ? 0 : 1;
}

async function read(file: string): Promise<Check> {
  const made = await convertFile({ name: basename(file), bytes: await readBytes(file) });
  if (!made.ok) return { file, reading: notRead(problemOf(made.message)), notes: [] };
  const reading = readPack(made.markdown, { name: basename(file) });
  return { file, reading, notes: made.notes };
}

/** Of one file among several: the others are read. */
function problemOf(message: string): PackProblem {
  return { line: 1, code: 'not-read', message, hint: 'Save it in another form, or choose another file.' };
}

/** `content/*.md` names the page about packs too; like the catalogue, leave it out. */
function packsAmong(files: string[]): string[] {
  const packs = files.filter((file) => basename(file) !== 'README.md');
  return packs.length > 0 ? packs : files;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new Rejected(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new Rejected(`${file} is a folder: name the files in it.`);
    throw new Rejected(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toJson(checks: Check[]): unknown {
  const all = checks.map(({ file, reading, notes }) => {
    const { ok, title, counts, problems, coverage } = reading;
    const warnings = reading.warnings.map(({ fixes, ...warning }) => ({ ...warning, fix: fixes[0] ?? null }));
    const { lines, used, notes: kept, leftOut } = coverage;
    const said = {
      ok,
      title,
      ...counts,
      tally: reading.ok ? tallyOf(reading.pack) : null,
      problems,
      warnings,
      coverage: { lines, used, notes: kept, leftOut },
    };
    return { file, check: { ...said, outline: outlineOf(reading), converted: notes } };
  });
  const [only] = all;
  return only && all.length === 1 ? only.check : all.map(({ file, check: one }) => ({ file, ...one }));
}

function outlineOf({ preview }: PackReading): unknown[] {
  const items = [
    ...preview.groups.flatMap(({ title, items: own }) => own.map((item) => ({ group: title, item }))),
    ...preview.loose.map((item) => ({ group: null, item })),
  ];
  return items
    .sort((a, b) => a.item.line - b.item.line)
    .map(({ group, item }) => ({
      line: item.line,
      group,
      kind: item.kind,
      prompt: item.title,
      points: item.points.length,
      answer: item.answer !== null,
      code: (item.code ?? item.original ?? '') !== '',
    }));
}

function toReport({ file, reading, notes }: Check): string {
  const { groups, questions, answers, keyPoints, contexts, exercises, tips } = reading.counts;
  const state = reading.ok ? 'ok' : `${reading.problems.length} to mend`;
  const { lines, notes: kept, leftOut } = reading.coverage;
  return [
    `${file}: ${state} · ${reading.title ?? 'no title'}\n`,
    `  groups ${groups}, questions ${questions}, keyPoints ${keyPoints}, contexts ${contexts}, answers ${answers}, exercises ${exercises}, tips ${tips}\n`,
    ...(reading.ok ? tallyLines(tallyOf(reading.pack)) : []),
    `  ${lines} lines: ${kept} kept as notes, ${leftOut} left out\n`,
    ...notes.map((note) => `  ${note}\n`),
    ...reading.problems.map(
      ({ line, code, message, hint }) => `  ${file}:${line} ${message} [${code}]\n    ${hint}\n`,
    ),
    ...reading.warnings.map(
      ({ line, code, message }) => `  ${file}:${line} ${message} [${code}, a warning]\n`,
    ),
  ].join('');
}

function tallyLines({ levels, kinds, competencies }: Tally): string[] {
  const said = (counts: Partial<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const places = Object.entries(competencies).map(
    ([title, { questions, exercises }]) => `    ${title}: questions ${questions}, exercises ${exercises}\n`,
  );
  return [`  by level: ${said(levels)}\n`, `  by kind: ${said(kinds)}\n`, '  by competency:\n', ...places];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Rejected)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
