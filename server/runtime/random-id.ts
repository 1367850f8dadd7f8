import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A number of nine digits. */
export function randomRoundKey(): number {
  return randomInt(100_000_000, 1_000_000_000);
}

/** `prefix_` and 12 random characters of a–z and 0–9 (62 bits). */
export function randomId(
  prefix: 'rm' | 'mb' | 'iv' | 'ks' | 'sh' | 'rl' | 'sd' | 'sn' | 'st' | 'tr' | 'fb',
): string {
  const body = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}_${body.join('')}`;
}
