import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface SecretInput {
  /** The mark by which the record recognises its secret. */
  mark: { isThere(): Promise<boolean>; fits(secret: string, anew: boolean): Promise<boolean> };
  /** The folder that keeps one if none was set. */
  file: string;
  authSecret: string | null;
  /** Whether it differs from the earlier one on purpose. */
  secretChanged: boolean;
  /** Secrets from before, which this one replaces. */
  formerSecrets: readonly string[];
  /** The secret that will replace this one, or has on another process. */
  nextSecret: string | null;
}

export type SecretResult = { ok: true; secret: string } | { ok: false; problem: string };

const ANEW =
  'to go on with another one (everybody signs in again, and guests lose access to their data), start once with SECRET_CHANGED=yes.';

/** The secret that signs sign-in sessions: the configured one, or the kept one. It is compared with the record's mark. */
export async function openSecret({
  mark,
  file,
  authSecret,
  secretChanged,
  formerSecrets,
  nextSecret,
}: SecretInput): Promise<SecretResult> {
  // Checked before a new one is made.
  if (authSecret === null && !existsSync(file) && !secretChanged && (await mark.isThere()))
    return {
      ok: false,
      problem: `The secret of this record is gone: there is no ${file}. Put it back, or set AUTH_SECRET; or, ${ANEW}`,
    };
  const kept: SecretResult = authSecret === null ? keptSecret(file) : { ok: true, secret: authSecret };
  if (!kept.ok || (await mark.fits(kept.secret, secretChanged))) return kept;
  // Another process goes by it already, and this one is not to undo that.
  if (nextSecret !== null && (await mark.fits(nextSecret, false))) return kept;
  for (const former of formerSecrets)
    if ((await mark.fits(former, false)) && (await mark.fits(kept.secret, true))) return kept;
  const where = authSecret === null ? `in ${file}` : 'in AUTH_SECRET';
  return {
    ok: false,
    problem: `The record was used with another secret than the one ${where}. Put that one back; or, ${ANEW}`,
  };
}

/**
 * The secret in a file, made at the first start for its owner alone (the folder exists). With it one can sign in as anybody.
 */
function keptSecret(file: string): SecretResult {
  try {
    try {
      // Fails if it exists, so that two processes that start at once use the same one.
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return { ok: true, secret };
    return {
      ok: false,
      problem: `${file} holds no secret. Put it back, or set AUTH_SECRET; or delete it and, ${ANEW}`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problem: `The secret cannot be kept: ${reason}. Correct DATA_DIR, or set AUTH_SECRET.`,
    };
  }
}
