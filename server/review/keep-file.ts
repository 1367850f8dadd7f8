import type { Transaction } from 'kysely';
import { type FileEntry, readScorecardFile, type Signature } from '../protocol/scorecard-file';
import type { Keeping } from '../protocol/taking-away';
import { randomId } from '../runtime/random-id';
import type { Database, KeptScorecardsTable } from '../runtime/tables';
import type { Db } from './history';
import { writeKeptRows } from './kept-rows';
import { once } from './own-keys';
import { checkSignature, type KeysOf } from './signing';

/** The most imported scorecards per person: each takes some 50 KB of the record. */
const MOST = 2_000;
/** The largest one (bytes) that is kept. */
const MOST_BYTES = 1_000_000;

/** Keeps the scorecards of a file for its owner: all that are new to them, or better than what they have. */
export async function keepFile(
  db: Db,
  ids: readonly string[],
  text: string,
  keysOf: KeysOf,
  now: number,
): Promise<Keeping> {
  const { rounds, problems } = readScorecardFile(text);
  if (problems.length > 0) return nothingKept(problems);
  const large = rounds.findIndex((entry) => Buffer.byteLength(JSON.stringify(entry)) > MOST_BYTES);
  if (large >= 0)
    return nothingKept([`Scorecard ${large + 1} of the file is larger than 1 MB. Take it out of the file.`]);
  const simulated = rounds.findIndex(({ scorecard }) => scorecard.room.format === 'simulated');
  if (simulated >= 0)
    return nothingKept([
      `Scorecard ${simulated + 1} of the file is of a simulated panel. Only real rounds can be kept; take it out of the file.`,
    ]);
  const known = await db
    .selectFrom('kept_scorecards')
    .select(['issuer', 'room_id', 'round_id', 'viewer_id'])
    .where('owner_id', 'in', [...ids])
    .execute();
  const all = new Set([...known, ...rounds.map(viewOf)].map(writtenKey));
  if (all.size > Math.max(MOST, known.length))
    return nothingKept([`You can keep ${MOST} scorecards from files. Delete some first.`]);
  const remembered = once(keysOf);
  const signatures: Signature[] = [];
  for (const entry of rounds) {
    const signature = await checkSignature(entry, remembered);
    const isKept = await db
      .transaction()
      .execute((trx) => keepEntry(trx, ids, rowOf(entry, signature, now), entry));
    if (isKept) signatures.push(signature);
  }
  const how = (signature: Signature) => signatures.filter((one) => one === signature).length;
  return {
    kept: signatures.length,
    alreadyThere: rounds.length - signatures.length,
    changed: how('changed'),
    unknown: how('unknown'),
    problems: [],
  };
}

const nothingKept = (problems: string[]): Keeping => ({
  kept: 0,
  alreadyThere: 0,
  changed: 0,
  unknown: 0,
  problems,
});

/** What makes two entries the same: one viewer's scorecard of one round, from one server. */
const viewOf = ({ issuer, scorecard: { room, round, viewer } }: FileEntry) => ({
  issuer,
  room_id: room.roomId,
  round_id: round.roundId,
  viewer_id: viewer.memberId,
});
const writtenKey = ({ issuer, room_id, round_id, viewer_id }: ReturnType<typeof viewOf>) =>
  JSON.stringify([issuer, room_id, round_id, viewer_id]);

function rowOf(entry: FileEntry, signature: Signature, now: number) {
  const { room, round, pack, people, candidateId } = entry.scorecard;
  return {
    ...viewOf(entry),
    signature,
    title: room.title,
    candidate_name: people.find(({ memberId }) => memberId === candidateId)?.name ?? '',
    pack_title: pack.title,
    entry: JSON.stringify(entry),
    held_at: round.startedAt,
    kept_at: now,
  };
}

async function keepEntry(
  trx: Transaction<Database>,
  ids: readonly string[],
  row: ReturnType<typeof rowOf>,
  entry: FileEntry,
): Promise<boolean> {
  const before = await trx
    .selectFrom('kept_scorecards')
    .select(['id', 'owner_id', 'signature', 'entry'])
    .where('owner_id', 'in', [...ids])
    .where('issuer', '=', row.issuer)
    .where('room_id', '=', row.room_id)
    .where('round_id', '=', row.round_id)
    .where('viewer_id', '=', row.viewer_id)
    .executeTakeFirst();
  if (before && !isBetter(row, entry, before)) return false;
  const [owner = ''] = ids;
  const kept = { ...row, owner_id: before?.owner_id ?? owner };
  const { id } = await trx
    .insertInto('kept_scorecards')
    .values({ ...kept, id: before?.id ?? randomId('ks') })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'issuer', 'room_id', 'round_id', 'viewer_id']).doUpdateSet(kept),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeKeptRows(trx, { ...kept, id }, entry);
  return true;
}

const RANKS: Record<Signature, number> = { changed: 0, unknown: 1, verified: 2 };

/** A better signature wins; of two alike, the later issue. */
function isBetter(
  row: ReturnType<typeof rowOf>,
  { issuedAt }: FileEntry,
  before: Pick<KeptScorecardsTable, 'signature' | 'entry'>,
): boolean {
  const rank = RANKS[row.signature] - RANKS[before.signature];
  if (rank !== 0) return rank > 0;
  const earlier: FileEntry = JSON.parse(before.entry);
  return row.entry !== before.entry && issuedAt >= earlier.issuedAt;
}

/** Asks again whose key signed an imported scorecard. Null if it does not exist, and also if it is somebody else's. */
export async function checkKept(
  db: Db,
  ids: readonly string[],
  keptId: string,
  keysOf: KeysOf,
): Promise<Signature | null> {
  const row = await db
    .selectFrom('kept_scorecards')
    .select(['signature', 'entry'])
    .where('id', '=', keptId)
    .where('owner_id', 'in', [...ids])
    .executeTakeFirst();
  if (!row) return null;
  const signature = await checkSignature(JSON.parse(row.entry), keysOf);
  // A server that has gone, or does not answer today, takes nothing back.
  if (RANKS[signature] <= RANKS[row.signature]) return row.signature;
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('kept_scorecards').set({ signature }).where('id', '=', keptId).execute();
    await trx.updateTable('scorecards').set({ signature }).where('room_id', '=', keptId).execute();
  });
  return signature;
}
