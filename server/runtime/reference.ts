import { randomBytes } from 'node:crypto';

/** A reference to a line of the log, which a person can read from their screen. Eight letters and digits. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}
