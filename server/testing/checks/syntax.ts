import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPrism } from '@ruby/prism';
import { transform } from 'esbuild';
import { loadModule, parseSync } from 'libpg-query';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { python } from './python';

export interface Snippet {
  language: string | null;
  code: string;
}

/** Parses snippets of one language; returns each one's error, or null. */
type Parser = (codes: string[]) => (string | null)[] | Promise<(string | null)[]>;

const parseRuby = await loadPrism();
await loadModule();

const PARSERS: Record<string, Parser> = {
  // A log or a figure.
  text: (codes) => codes.map(() => null),
  ruby: (codes) => codes.map((code) => parseRuby(code).errors[0]?.message ?? null),
  sql: (codes) => codes.map(sqlError),
  json: (codes) => codes.map(jsonError),
  yaml: (codes) => codes.map(yamlError),
  bash: (codes) => codes.map(bashError),
  css: (codes) => Promise.all(codes.map(cssError)),
  python: pythonErrors,
  js: (codes) => typeScriptErrors(codes, 'js'),
  jsx: (codes) => typeScriptErrors(codes, 'jsx'),
  ts: (codes) => typeScriptErrors(codes, 'ts'),
  tsx: (codes) => typeScriptErrors(codes, 'tsx'),
};

/** Each snippet's error, or null. All snippets of a language are parsed at once, since programs start slowly. */
export async function syntaxErrors(snippets: readonly Snippet[]): Promise<(string | null)[]> {
  const found = new Map<Snippet, string | null>();
  for (const language of new Set(snippets.map((snippet) => snippet.language))) {
    const own = snippets.filter((snippet) => snippet.language === language);
    const parse = PARSERS[language ?? ''];
    const errors = parse ? await parse(own.map(({ code }) => code)) : [];
    for (const [at, snippet] of own.entries())
      found.set(snippet, parse ? (errors[at] ?? null) : `no parser for ${language}`);
  }
  return snippets.map((snippet) => found.get(snippet) ?? null);
}

/** The compiler's syntax errors. It does not check types, since a snippet's imports do not exist here. */
function typeScriptErrors(codes: string[], extension: string): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-snippets-'));
  try {
    const files = codes.map((_, at) => `snippet-${at}.${extension}`);
    for (const [at, code] of codes.entries()) writeFileSync(join(folder, files[at] ?? ''), code);
    const tsc = resolve(import.meta.dirname, '../../../node_modules/typescript/bin/tsc');
    const asked = '--noEmit --noCheck --noResolve --ignoreConfig --allowJs --jsx preserve --pretty false';
    const options = { encoding: 'utf8', cwd: folder } as const;
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...asked.split(' '), ...files], options);
    const lines = stdout.split('\n');
    const errors = files.map((file) => lines.find((line) => line.startsWith(`${file}(`)) ?? null);
    if (status !== 0 && errors.every((error) => error === null)) throw new Error(`tsc: ${stdout}`);
    return errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pythonErrors(codes: string[]): Promise<(string | null)[]> {
  const errors = z.array(z.string().nullable());
  return errors.parse(JSON.parse(await python('parse_all.py', JSON.stringify(codes))));
}

async function cssError(code: string): Promise<string | null> {
  const { warnings } = await transform(code, { loader: 'css', logLevel: 'silent' });
  return warnings[0]?.text ?? null;
}

function bashError(code: string): string | null {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
  return status === 0 ? null : stderr;
}

function yamlError(code: string): string | null {
  const documents = parseAllDocuments(code);
  const errors = Array.isArray(documents) ? documents.flatMap((document) => document.errors) : [];
  return errors[0]?.message ?? null;
}

const sqlError = (code: string) => errorOf(() => parseSync(code));
const jsonError = (code: string) => errorOf(() => JSON.parse(code));

function errorOf(parse: () => unknown): string | null {
  try {
    parse();
    return null;
  } catch (error) {
    return String(error);
  }
}
