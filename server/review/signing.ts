import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import {
  calculateJwkThumbprint,
  decodeProtectedHeader,
  FlattenedSign,
  flattenedVerify,
  importJWK,
} from 'jose';
import type { FileEntry, IssuedScorecard, Signature } from '../protocol/scorecard-file';
import { canonicalJson } from '../runtime/pack-content';

/** A server's public key for scorecards, as its well-known address gives it (RFC 7517). */
export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
}

export interface Signer {
  /** As in `https://panel.example.org`. */
  issuer: string;
  publicKey(): Promise<PublicKey>;
  sign(issued: IssuedScorecard): Promise<FileEntry>;
}

/** An Ed25519 private key in PKCS #8 (RFC 8410, 7) is this, and then its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The server's key, made from its secret: the same in every process and after every restart. */
export function createSigner(secret: string, issuer: string): Signer {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'hotseat scorecard signing key', 32));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  let made: Promise<PublicKey> | null = null;
  const publicKey = () => {
    made ??= publicKeyOf(key);
    return made;
  };
  return { issuer, publicKey, sign: async (issued) => signed(issued, key, await publicKey()) };
}

async function publicKeyOf(key: KeyObject): Promise<PublicKey> {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

/** Includes the public key, so that a change shows even when nobody can say whose key it is. */
async function signed(issued: IssuedScorecard, key: KeyObject, own: PublicKey): Promise<FileEntry> {
  const { kty, crv, x, kid } = own;
  const { protected: header = '', signature } = await new FlattenedSign(bytesOf(issued))
    .setProtectedHeader({ alg: 'EdDSA', kid, jwk: { kty, crv, x } })
    .sign(key);
  return { ...issued, proof: { protected: header, signature } };
}

function bytesOf({ issuer, issuedAt, scorecard }: IssuedScorecard): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ issuer, issuedAt, scorecard }));
}

/** The ids of a server's keys, current and earlier ones; null if they are unknown. */
export type KeysOf = (issuer: string) => Promise<ReadonlySet<string> | null>;

/**
 * `changed`: not what was signed. `verified`: signed with its issuer's key. `unknown`: not signed at all, or with a key
 * that nobody could confirm as the issuer's.
 */
export async function checkSignature(entry: FileEntry, keysOf: KeysOf): Promise<Signature> {
  const { proof } = entry;
  if (!proof) return 'unknown';
  try {
    const { alg, jwk } = decodeProtectedHeader({ ...proof, payload: '' });
    if (alg !== 'EdDSA' || jwk?.kty !== 'OKP' || jwk.crv !== 'Ed25519') return 'unknown';
    const payload = Buffer.from(bytesOf(entry)).toString('base64url');
    await flattenedVerify({ ...proof, payload }, await importJWK(jwk, 'EdDSA'), { algorithms: ['EdDSA'] });
    const known = await keysOf(entry.issuer);
    return known?.has(await calculateJwkThumbprint(jwk)) ? 'verified' : 'unknown';
  } catch {
    // Only what the file format names is signed; anything else was added by somebody else.
    return 'changed';
  }
}
