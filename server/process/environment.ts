import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type EnvironmentResult = { ok: true; values: NodeJS.ProcessEnv } | { ok: false; problem: string };

/** The machine's environment, and for variables that it lacks the lines of a `.env` file, if there is one. `settings`: the names of those that mean something. */
export function readEnvironment(file: string, settings: readonly string[]): EnvironmentResult {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    const line = misread(text);
    if (line !== null)
      return {
        ok: false,
        problem: `${file}, line ${line}, is no setting. Write NAME=value, or # before a remark.`,
      };
    const slip = misspelt(Object.keys(parseEnv(text)), settings);
    if (slip)
      return {
        ok: false,
        problem: `${file} sets ${slip.written}, which is no setting. Write ${slip.meant}.`,
      };
    // Next also reads its own settings there. An empty value is none, as of a variable that a container passes on.
    for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ||= value;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== null) return { ok: false, problem: `${file} ${reason}` };
  }
  return { ok: true, values: process.env };
}

/** A name that is almost one of our settings, and would be ignored silently. */
function misspelt(
  names: readonly string[],
  settings: readonly string[],
): { written: string; meant: string } | null {
  const known = new Set(settings);
  for (const written of names) {
    if (known.has(written)) continue;
    const meant = settings.find((name) => distance(name, written) <= Math.floor(written.length / 4));
    if (meant) return { written, meant };
  }
  return null;
}

/** Letters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...b].entries()) {
      const replaced = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The first line (1-based) that is neither a setting nor a comment. The parser would ignore it silently. */
function misread(text: string): number | null {
  const rest = text.replaceAll(
    /=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)/g,
    (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`,
  );
  const wrong = rest
    .split('\n')
    .findIndex((line) => !/^\s*(?:#.*|(?:export\s+)?[A-Za-z_][\w.-]*\s*=.*)?\r?$/.test(line));
  return wrong === -1 ? null : wrong + 1;
}

/** Null when there is no such file. */
function reasonOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return null;
    case 'EISDIR':
      return 'is a folder. Write the settings into a file of that name, or take the folder away.';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not text in UTF-8. Save it as such.';
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `cannot be read: ${reason}. Correct its permissions, or take it away.`;
    }
  }
}
