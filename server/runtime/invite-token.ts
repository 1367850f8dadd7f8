import { createHash, createHmac } from 'node:crypto';
import { afterPath, withoutEdges } from '../protocol/pasted';

/** Crockford's base 32 without I, L, O and U, so that people can read a code aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * The token of an invite: 12 characters (60 bits) derived from the server's secret, so that the host can see the link again
 * although the record contains only its hash.
 */
export function inviteToken(secret: string, roomId: string, inviteId: string): string {
  return tokenOf(secret, `invite:${roomId}:${inviteId}`);
}

/** The token of a link to a pack from this time, derived in the same way. */
export function packLinkToken(secret: string, packId: string, createdAt: number): string {
  return tokenOf(secret, `pack-link:${packId}:${createdAt}`);
}

/** The token of a return link, derived in the same way so that its owner can see it again: 24 characters (120 bits). */
export function returnToken(secret: string, roomId: string, returnId: string): string {
  return tokenOf(secret, `return:${roomId}:${returnId}`) + tokenOf(secret, `return2:${roomId}:${returnId}`);
}

function tokenOf(secret: string, about: string): string {
  const digest = createHmac('sha256', secret).update(about).digest();
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] ?? 0) % 32]).join('');
}

/**
 * The token in a typed or pasted text: a code in any case, with dashes, spaces and look-alike letters, or a link that ends
 * in one. Null if it is neither.
 */
export function readToken(typed: string): string | null {
  const code = afterPath(typed, 'join') ?? withoutEdges(typed);
  const token = code
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(token) ? token : null;
}

/** SHA-256 in hex, the only thing that is stored of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** As people see and read it: `XXXX-XXXX-XXXX`. */
export function tokenAsCode(token: string): string {
  return token.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The secrets that may have derived a token, the newest first. */
export function secretsOf({
  secret,
  formerSecrets = [],
}: {
  secret: string;
  formerSecrets?: readonly string[];
}): string[] {
  return [secret, ...formerSecrets];
}
