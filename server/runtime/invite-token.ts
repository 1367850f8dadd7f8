import { createHash, createHmac } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * The token of an invite: 12 characters (60 bits) made from the server's secret, so that the host can be shown the
 * link again while the record holds nothing but its hash.
 */
export function inviteToken(secret: string, roomId: string, inviteId: string): string {
  return tokenOf(secret, `invite:${roomId}:${inviteId}`);
}

/** The token of the link that was made for a pack at this time, in the same way. */
export function packLinkToken(secret: string, packId: string, createdAt: number): string {
  return tokenOf(secret, `pack-link:${packId}:${createdAt}`);
}

function tokenOf(secret: string, what: string): string {
  const digest = createHmac('sha256', secret).update(what).digest();
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] ?? 0) % 32]).join('');
}

/**
 * What somebody typed or pasted, as a token: a code, whose case, dashes, spaces and look-alike letters are forgiven, or a
 * link that ends in one. Null if it is neither.
 */
export function readToken(typed: string): string | null {
  const [, code = typed] = /\/join\/([^/?#]*)/.exec(typed) ?? [];
  const token = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(token) ? token : null;
}

/** SHA-256 in hex: all that is stored of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** As it is shown and read aloud: `XXXX-XXXX-XXXX`. */
export function tokenAsCode(token: string): string {
  return token.replaceAll(/(.{4})(?=.)/g, '$1-');
}
