import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SecretResult = { ok: true; secret: string } | { ok: false; problem: string };

/**
 * The secret that signs sign-in sessions, made at the first start and kept in the data folder (which is there) for its owner alone.
 * Who has it can sign in as anybody.
 */
export function keptSecret(dataDir: string): SecretResult {
  const file = join(dataDir, 'auth-secret');
  try {
    try {
      // Fails when it is there: of two processes that start at once both take what one of them made.
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return { ok: true, secret };
    return {
      ok: false,
      problem: `${file} holds no secret. Delete it (everybody signs in again), or set AUTH_SECRET.`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problem: `The secret cannot be kept: ${reason}. Correct DATA_DIR, or set AUTH_SECRET.`,
    };
  }
}
