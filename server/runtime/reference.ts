import { randomBytes } from 'node:crypto';

/** What finds a line of the log again: a person reads it off their screen. Eight letters and digits. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}
