import { todaysScorecard } from '../protocol/earlier-scorecards';
import { KEPT_ID } from '../protocol/places';
import type { Scorecard } from '../protocol/scorecard';
import { type FileEntry, readScorecardFile, type Signature } from '../protocol/scorecard-file';
import type { Keeping, KeptPage } from '../protocol/taking-away';
import { randomId } from '../runtime/random-id';
import type { Db } from './history';
import { deleteKeptRows, writeKeptRows } from './kept-rows';
import { checkSignature, type KeysOf } from './signing';

export interface Kept {
  /** As it was signed. */
  entry: FileEntry;
  /** As it is shown. */
  card: Scorecard;
  signature: Signature;
  keptAt: number;
}

/** The most imported scorecards per person: each takes some 50 KB of the record. */
const MOST = 2_000;
/** The largest one (bytes) that is kept. */
const MOST_BYTES = 1_000_000;

export async function keepFile(
  db: Db,
  ids: readonly string[],
  text: string,
  keysOf: KeysOf,
  now: number,
): Promise<Keeping> {
  const { rounds, problems } = readScorecardFile(text);
  const nothing = { kept: 0, changed: 0, unknown: 0 };
  if (problems.length > 0) return { ...nothing, problems };
  const large = rounds.findIndex((entry) => Buffer.byteLength(JSON.stringify(entry)) > MOST_BYTES);
  if (large >= 0)
    return {
      ...nothing,
      problems: [`Scorecard ${large + 1} of the file is larger than 1 MB. Take it out of the file.`],
    };
  const [owner = ''] = ids;
  const { count } = await db
    .selectFrom('kept_scorecards')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('owner_id', 'in', [...ids])
    .executeTakeFirstOrThrow();
  if (Number(count) + rounds.length > MOST)
    return {
      ...nothing,
      problems: [`You can keep ${MOST} scorecards from files. Delete some first.`],
    };
  const remembered = once(keysOf);
  const signatures: Signature[] = [];
  for (const entry of rounds) {
    const signature = await checkSignature(entry, remembered);
    signatures.push(signature);
    const { room, round, pack, people, candidateId } = entry.scorecard;
    const row = {
      owner_id: owner,
      issuer: entry.issuer,
      room_id: room.roomId,
      round_id: round.roundId,
      signature,
      title: room.title,
      candidate_name: people.find(({ memberId }) => memberId === candidateId)?.name ?? '',
      pack_title: pack.title,
      entry: JSON.stringify(entry),
      published_at: round.publishedAt ?? round.overAt,
      kept_at: now,
    };
    await db.transaction().execute(async (trx) => {
      const { id } = await trx
        .insertInto('kept_scorecards')
        .values({ ...row, id: randomId('ks') })
        .onConflict((conflict) =>
          conflict.columns(['owner_id', 'issuer', 'room_id', 'round_id']).doUpdateSet(row),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      await writeKeptRows(trx, { ...row, id }, entry);
    });
  }
  const how = (signature: Signature) => signatures.filter((one) => one === signature).length;
  return { kept: rounds.length, changed: how('changed'), unknown: how('unknown'), problems: [] };
}

/** A file of many rounds asks each server once. */
function once(keysOf: KeysOf): KeysOf {
  const asked = new Map<string, ReturnType<KeysOf>>();
  return (issuer) => {
    const known = asked.get(issuer) ?? keysOf(issuer);
    asked.set(issuer, known);
    return known;
  };
}

/**
 * Newest round first, `size` at a time, from the cursor of the previous page. It does not read the scorecards
 * themselves.
 */
export async function keptBy(
  db: Db,
  ids: readonly string[],
  cursor: string | null,
  size: number,
): Promise<KeptPage> {
  const after = readKeptCursor(cursor);
  let rest = db
    .selectFrom('kept_scorecards')
    .select(['id', 'issuer', 'signature', 'title', 'candidate_name', 'pack_title', 'published_at', 'kept_at'])
    .where('owner_id', 'in', [...ids]);
  if (after)
    rest = rest.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('published_at', 'id'), '<', tuple(after.publishedAt, after.id)),
    );
  const rows = await rest
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  const entries = rows.slice(0, size).map((row) => ({
    keptId: row.id,
    issuer: row.issuer,
    signature: row.signature,
    title: row.title,
    candidateName: row.candidate_name,
    packTitle: row.pack_title,
    publishedAt: row.published_at,
    keptAt: row.kept_at,
  }));
  const last = entries.at(-1);
  return { entries, next: rows.length > size && last ? `${last.publishedAt}.${last.keptId}` : null };
}

function readKeptCursor(text: string | null): { publishedAt: number; id: string } | null {
  const [, at, id] = /^(\d{1,15})\.(.+)$/.exec(text ?? '') ?? [];
  return at && id && KEPT_ID.test(id) ? { publishedAt: Number(at), id } : null;
}

/** Null if it does not exist, and also if it is somebody else's. */
export async function keptOne(db: Db, ids: readonly string[], keptId: string): Promise<Kept | null> {
  const row = await db
    .selectFrom('kept_scorecards')
    .selectAll()
    .where('id', '=', keptId)
    .where('owner_id', 'in', [...ids])
    .executeTakeFirst();
  if (!row) return null;
  const entry: FileEntry = JSON.parse(row.entry);
  return { entry, card: todaysScorecard(entry.scorecard), signature: row.signature, keptAt: row.kept_at };
}

export async function forgetKept(db: Db, ids: readonly string[], keptId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('kept_scorecards')
      .where('id', '=', keptId)
      .where('owner_id', 'in', [...ids])
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await deleteKeptRows(trx, [keptId]);
    return true;
  });
}
