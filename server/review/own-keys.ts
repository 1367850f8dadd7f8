import type { Db } from './history';
import type { KeysOf, PublicKey, Signer } from './signing';

/**
 * The public keys of this deployment: today's, and those of earlier secrets, so that their signatures can still be
 * verified.
 */
export function createOwnKeys(db: Db, signer: Signer, now: () => number) {
  let written: Promise<void> | null = null;
  const write = async () => {
    const key = await signer.publicKey();
    await db
      .insertInto('signing_keys')
      .values({ kid: key.kid, jwk: JSON.stringify(key), created_at: now() })
      .onConflict((conflict) => conflict.column('kid').doNothing())
      .execute();
  };
  return async (): Promise<PublicKey[]> => {
    written ??= write();
    try {
      await written;
    } catch (error) {
      // The next question tries again.
      written = null;
      throw error;
    }
    const rows = await db.selectFrom('signing_keys').select('jwk').orderBy('created_at', 'desc').execute();
    return rows.map((row): PublicKey => JSON.parse(row.jwk));
  };
}

/** Each server is asked once. */
export function once(keysOf: KeysOf): KeysOf {
  const asked = new Map<string, ReturnType<KeysOf>>();
  return (issuer) => {
    const known = asked.get(issuer) ?? keysOf(issuer);
    asked.set(issuer, known);
    return known;
  };
}

/** This many questions get an answer; all later ones are unknown. */
export function atMost(most: number, others: KeysOf): KeysOf {
  let asked = 0;
  return async (issuer) => {
    asked += 1;
    return asked > most ? null : others(issuer);
  };
}

/** How to find a server's keys: our own from the record, all others by asking them. */
export function keysHereOr(issuer: string, own: () => Promise<PublicKey[]>, others: KeysOf): KeysOf {
  return async (asked) => (asked === issuer ? new Set((await own()).map(({ kid }) => kid)) : others(asked));
}
