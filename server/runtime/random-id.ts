import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** `prefix_` and 12 random characters of a–z and 0–9 (62 bits). */
export function randomId(prefix: 'rm' | 'mb' | 'iv' | 'ks' | 'sh'): string {
  const body = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}_${body.join('')}`;
}
