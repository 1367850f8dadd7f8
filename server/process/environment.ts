import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type EnvironmentResult = { ok: true; values: NodeJS.ProcessEnv } | { ok: false; problem: string };

/** What the machine says, and for the rest the lines of a `.env` file, where there is one. */
export function readEnvironment(file: string): EnvironmentResult {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    // Next looks there for its own settings, too.
    for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== null) return { ok: false, problem: `${file} ${reason}` };
  }
  return { ok: true, values: process.env };
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
