import type { Kysely, Transaction } from 'kysely';
import { todaysScorecard } from '../protocol/earlier-scorecards';
import type { Scorecard } from '../protocol/scorecard';
import { type FileEntry, fileEntry } from '../protocol/scorecard-file';
import type { Database, KeptScorecardsTable } from '../runtime/tables';
import { writtenMeans } from './round-means';
import { seenRatings } from './viewer';

/**
 * The rows of the read models of a scorecard from a file, under the id of the kept entry instead of a room's: history,
 * filters and trends read them like any other. Single ratings have no rows, because question health and severity are
 * about rounds of this server.
 */
export const KEPT_TABLES = ['scorecards', 'participations', 'competency_means', 'round_asks'] as const;
type Rows = { [T in (typeof KEPT_TABLES)[number]]: Database[T][] };

type Kept = Pick<KeptScorecardsTable, 'id' | 'owner_id' | 'issuer' | 'signature' | 'held_at'>;

/** Whether an address names a scorecard from a file rather than a round. */
export const isKept = (roomId: string) => roomId.startsWith('ks_');

export function keptRows(kept: Kept, entry: FileEntry): Rows {
  const card = todaysScorecard(entry.scorecard);
  const key = { room_id: kept.id, round_id: card.round.roundId };
  return {
    scorecards: [{ ...key, ...scorecardRow(kept, card) }],
    participations: participantRows(kept, card).map((row) => ({ ...key, ...row })),
    competency_means: card.competencies.map(({ groupId, title, scores }) => ({
      ...key,
      group_id: groupId,
      group_title: title,
      first_mean: scores?.first ?? null,
      second_mean: scores?.second ?? null,
      ratings: scores?.ratings ?? 0,
    })),
    round_asks: card.asks.map((ask) => ({
      ...key,
      ask_id: ask.askId,
      family_id: card.pack.id,
      item_id: ask.itemId,
      group_id: ask.groupId,
      prompt: ask.prompt,
      at: ask.askedAt,
      skipped: ask.status === 'skipped' ? (1 as const) : (0 as const),
      self: ask.self?.value ?? null,
      points: '{}',
    })),
  };
}

function scorecardRow(kept: Kept, card: Scorecard) {
  const { candidateId, people, pack, room, round, headline, competencies } = card;
  return {
    candidate_member_id: candidateId,
    candidate_name: people.find(({ memberId }) => memberId === candidateId)?.name ?? '',
    pack_id: pack.id,
    pack_title: pack.title,
    format: room.format,
    title: room.title,
    held_at: kept.held_at,
    published_at: round.publishedAt,
    first_mean: headline?.first ?? null,
    second_mean: headline?.second ?? null,
    ratings: headline?.ratings ?? 0,
    issuer: kept.issuer,
    signature: kept.signature,
    means: writtenMeans(
      competencies.flatMap(({ groupId, title, scores }) =>
        typeof scores?.first === 'number'
          ? [
              {
                groupId,
                title,
                mean: scores.first,
                ratings: scores.ratings,
                raters: ratersOf(card, groupId),
                people: [],
              },
            ]
          : [],
      ),
    ),
  };
}

/**
 * The owner, in the seat of the scorecard's viewer; the others under ids that no principal has, so that a search finds
 * their names.
 */
function participantRows({ owner_id }: Kept, { people, viewer, shows, headline }: Scorecard) {
  const sees = headline === null ? 0 : seenRatings(shows);
  const others = people.filter(({ memberId }) => memberId !== viewer.memberId);
  const own = { ...viewer, name: people.find(({ memberId }) => memberId === viewer.memberId)?.name ?? '' };
  return [own, ...others].map(({ memberId, name, role }) => ({
    principal_id: memberId === viewer.memberId ? owner_id : `file/${memberId}`,
    member_id: memberId,
    role,
    sees_ratings: sees,
    opened: 1 as const,
    name,
  }));
}

/** Null where the scorecard shows no single rating. */
function ratersOf({ asks, shows }: Scorecard, groupId: string): number | null {
  if (shows.ratings !== 'named') return null;
  const raters = asks
    .filter((ask) => ask.groupId === groupId)
    .flatMap(({ panel }) => panel?.ratings ?? [])
    .flatMap(({ memberId, first }) => (typeof first?.value === 'number' ? [memberId] : []));
  return new Set(raters).size;
}

/** A file can contain anything, even duplicates, or more than fits into one statement. */
const AT_ONCE = 500;

export async function writeKeptRows(trx: Transaction<Database>, kept: Kept, entry: FileEntry): Promise<void> {
  await deleteKeptRows(trx, [kept.id]);
  const rows = keptRows(kept, entry);
  for (const table of KEPT_TABLES)
    for (let from = 0; from < rows[table].length; from += AT_ONCE)
      await trx
        .insertInto(table)
        .values(rows[table].slice(from, from + AT_ONCE))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
}

export async function deleteKeptRows(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (const table of KEPT_TABLES)
    await trx
      .deleteFrom(table)
      .where('room_id', 'in', [...ids])
      .execute();
}

/**
 * Makes all of them again, one by one: each entry can be a megabyte. One that cannot be shown has no rows, so that no list
 * of rounds leads to it.
 */
export async function rebuildKept(db: Kysely<Database>): Promise<void> {
  const all = await db.selectFrom('kept_scorecards').select('id').orderBy('id').execute();
  for (const { id } of all) {
    const kept = await db
      .selectFrom('kept_scorecards')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const entry = fileEntry.safeParse(JSON.parse(kept.entry)).data;
    const held_at = entry?.scorecard.round.startedAt ?? kept.kept_at;
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('kept_scorecards').set({ held_at }).where('id', '=', id).execute();
      if (entry) await writeKeptRows(trx, { ...kept, held_at }, entry);
      else await deleteKeptRows(trx, [id]);
    });
  }
}
