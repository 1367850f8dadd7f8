import { createHash } from 'node:crypto';
import type { Pack } from '../protocol/pack';

const hashes = new WeakMap<Pack, string>();

/** SHA-256 (hex) of a pack's canonical JSON: the same for every pack with the same content, in any order of keys. */
export function hashOf(pack: Pack): string {
  const known = hashes.get(pack);
  if (known !== undefined) return known;
  const hash = hashOfJson(pack);
  hashes.set(pack, hash);
  return hash;
}

/** The same for any JSON value. */
export function hashOfJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** JSON without spaces, with the keys of every object in the order of their UTF-16 code units (as in RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
