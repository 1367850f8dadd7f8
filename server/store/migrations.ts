/** One file: migrations are read in their order, and none changes once it was released. */

import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, type MigrationProvider, type MigrationResultSet, Migrator, sql } from 'kysely';
import type { Database } from '../runtime/tables';
import { makeIndexes } from './indexes';
import { movePacks } from './move-packs';

const LATER = 'it was written by a later version of Hotseat';

/**
 * The tables, step by step. Never edit a step that was released: add another one. These types mean the same in SQLite and
 * PostgreSQL: `text`, `integer`, `bigint` (milliseconds) and `double precision`.
 */
const provider: MigrationProvider = {
  getMigrations: async () => ({
    '0001-events': { up: events },
    '0002-read-models': { up: readModels },
    '0003-identity': { up: identity },
    '0004-packs': { up: packs },
    '0005-families': { up: families },
    '0006-copies': { up: copies },
    '0007-carried-ids': { up: carriedIds },
    '0008-pack-contents': { up: packContents },
    '0009-sessions': { up: sessions },
    '0010-opened-scorecards': { up: openedScorecards },
    '0011-review': { up: review },
    '0012-code': { up: code },
    '0013-pack-links': { up: packLinks },
    '0014-marks': { up: marks },
    '0015-try-outs': { up: tryOuts },
    '0016-room-snapshots': { up: roomSnapshots },
    '0017-looking-back': { up: lookingBack },
    '0018-calibrations': { up: calibrations },
    '0020-files-in-history': { up: filesInHistory },
    '0021-webhooks': { up: webhooks },
    '0023-stories': { up: stories },
    '0024-own-calibrations': { up: ownCalibrations },
    '0026-views-of-one-round': { up: viewsOfOneRound },
    '0027-calibrated-samples': { up: calibratedSamples },
    '0028-processes': { up: processes },
    '0030-when-rounds-were-held': { up: whenRoundsWereHeld },
    '0031-processes-with-people': { up: processesWithPeople },
    '0033-bytes-of-texts': { up: bytesOfTexts },
    '0034-labels-and-means': { up: labelsAndMeans },
    '0036-thinned-texts': { up: thinnedTexts },
    '0038-built-files': { up: builtFiles },
  }),
};

async function events(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('idx', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by', 'text')
    .addPrimaryKeyConstraint('events_order', ['room_id', 'seq'])
    .addUniqueConstraint('events_command', ['room_id', 'command_id', 'idx'])
    .execute();
}

async function readModels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invite_index')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('invite_id', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('memberships')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('room_title', 'text', (column) => column.notNull())
    .addColumn('room_phase', 'text', (column) => column.notNull())
    .addColumn('active_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['room_id', 'principal_id'])
    .execute();
  await index(db, 'memberships', ['principal_id', 'active_at']);
  await db.schema
    .createTable('scorecards')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('candidate_member_id', 'text', (column) => column.notNull())
    .addColumn('candidate_name', 'text', (column) => column.notNull())
    .addColumn('pack_id', 'text', (column) => column.notNull())
    .addColumn('pack_title', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('first_mean', 'double precision')
    .addColumn('second_mean', 'double precision')
    .addColumn('ratings', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('scorecards_key', ['room_id', 'round_id'])
    .execute();
  await index(db, 'scorecards', ['published_at']);
  await db.schema
    .createTable('participations')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('sees_ratings', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('participations_key', ['room_id', 'round_id', 'principal_id'])
    .execute();
  await index(db, 'participations', ['principal_id']);
  await db.schema
    .createTable('competency_means')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('group_title', 'text', (column) => column.notNull())
    .addColumn('first_mean', 'double precision')
    .addColumn('second_mean', 'double precision')
    .addColumn('ratings', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('competency_means_key', ['room_id', 'round_id', 'group_id'])
    .execute();
}

async function identity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('principals')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('image', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('merged_into', 'text')
    .execute();
  await index(db, 'principals', ['merged_into']);
  await db.schema
    .createTable('logins')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('provider_account_id', 'text', (column) => column.notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('logins_key', ['provider', 'provider_account_id'])
    .execute();
  await index(db, 'logins', ['principal_id']);
}

async function packs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('packs')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('head_no', 'integer', (column) => column.notNull())
    .addColumn('origin_id', 'text')
    .addColumn('until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute();
  await index(db, 'packs', ['owner_id']);
  await db.schema
    .createTable('pack_versions')
    .addColumn('pack_id', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pack_versions_key', ['pack_id', 'no'])
    .execute();
  await db.schema
    .createTable('heard')
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('pack_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('heard_key', ['principal_id', 'pack_id', 'item_id'])
    .execute();
}

/** Items that were heard in a copy count as heard in the original too. */
async function families(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('packs').renameColumn('origin_id', 'family_id').execute();
  await sql`update packs set family_id = id where family_id is null`.execute(db);
  await sql`
    insert into heard (principal_id, pack_id, item_id, at)
    select heard.principal_id, packs.family_id, heard.item_id, heard.at
    from heard join packs on packs.id = heard.pack_id
    where packs.family_id <> packs.id
    on conflict do nothing`.execute(db);
  await db.schema.alterTable('heard').renameColumn('pack_id', 'family_id').execute();
}

/** A copy has its original's Markdown, including the title, so these columns distinguish them. */
async function copies(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('packs').addColumn('copy_of', 'text').execute();
  await db.schema.alterTable('packs').addColumn('copy_no', 'integer').execute();
}

/** The ids of a version's items, if the previous version gave them; null in the first. */
async function carriedIds(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('pack_versions').addColumn('ids', 'text').execute();
}

/** `moves` records data that was moved after a migration, in many small transactions: see `move-packs.ts`. */
async function packContents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pack_contents')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reader', 'integer', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('room_packs')
    .addColumn('room_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await index(db, 'room_packs', ['hash']);
  await db.schema.alterTable('packs').addColumn('content_hash', 'text').execute();
  await index(db, 'packs', ['content_hash']);
  await db.schema
    .createTable('moves')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .execute();
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('device', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await index(db, 'sessions', ['principal_id']);
  await index(db, 'sessions', ['until']);
}

/** Every existing scorecard was published. */
async function openedScorecards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('participations')
    .addColumn('opened', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}

/** Data for reviews: asks and ratings, names to search for, imported scorecards, share links. */
async function review(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('participations').addColumn('name', 'text').execute();
  await db.schema
    .createTable('round_asks')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('ask_id', 'text', (column) => column.notNull())
    .addColumn('family_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('skipped', 'integer', (column) => column.notNull())
    .addColumn('self', 'integer')
    .addColumn('points', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_asks_key', ['room_id', 'round_id', 'ask_id'])
    .execute();
  await index(db, 'round_asks', ['family_id']);
  await db.schema
    .createTable('round_ratings')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('ask_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('first', 'integer')
    .addColumn('second', 'integer')
    .addPrimaryKeyConstraint('round_ratings_key', ['room_id', 'round_id', 'ask_id', 'member_id'])
    .execute();
  await db.schema
    .createTable('kept_scorecards')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('kept_scorecards_once', ['owner_id', 'issuer', 'room_id', 'round_id'])
    .execute();
  await db.schema
    .createTable('share_links')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('names', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('openings', 'integer', (column) => column.notNull())
    .execute();
  await index(db, 'share_links', ['owner_id']);
  await db.schema
    .createTable('signing_keys')
    .addColumn('kid', 'text', (column) => column.primaryKey().notNull())
    .addColumn('jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** Texts of code exercises: each update, and from time to time the whole state. */
async function code(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_updates')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('ask_id', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_updates_order', ['room_id', 'ask_id', 'no'])
    .execute();
  await db.schema
    .createTable('code_snapshots')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('ask_id', 'text', (column) => column.notNull())
    .addColumn('up_to', 'integer', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_snapshots_key', ['room_id', 'ask_id'])
    .execute();
}

async function packLinks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pack_links')
    .addColumn('pack_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'pack_links', ['token_hash']);
}

async function marks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('marks')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function tryOuts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('try_outs')
    .addColumn('room_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'try_outs', ['until']);
}

async function calibrations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calibrations')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('given', 'integer', (column) => column.notNull())
    .addColumn('pack_rating', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('calibrations_key', ['room_id', 'principal_id', 'started_at', 'no'])
    .execute();
  await index(db, 'calibrations', ['principal_id']);
}

async function roomSnapshots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('room_snapshots')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('parts', 'integer', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_snapshots_key', ['room_id', 'part'])
    .execute();
}

/** What lists show of scorecards from files, so that they need not read each of them; and all of whose rounds are whose in one index. */
async function lookingBack(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('participations_by_principal_id').execute();
  await db.schema
    .createIndex('participations_by_person')
    .on('participations')
    .columns(['principal_id', 'room_id', 'round_id', 'role', 'sees_ratings', 'opened'])
    .execute();
  for (const column of ['title', 'candidate_name', 'pack_title'])
    await db.schema
      .alterTable('kept_scorecards')
      .addColumn(column, 'text', (added) => added.notNull().defaultTo(''))
      .execute();
  await index(db, 'kept_scorecards', ['owner_id', 'published_at']);
  const { rows } = await sql<{ id: string; entry: string }>`select id, entry from kept_scorecards`.execute(
    db,
  );
  for (const { id, entry } of rows) {
    const { scorecard: card } = JSON.parse(entry);
    const { name = '' } =
      card.people.find((one: { memberId: string }) => one.memberId === card.candidateId) ?? {};
    await sql`
      update kept_scorecards
      set title = ${card.room.title}, candidate_name = ${name}, pack_title = ${card.pack.title}
      where id = ${id}`.execute(db);
  }
}

/** Scorecards from files beside those of rooms, who rated how many, and the ids of people who were deleted. */
async function filesInHistory(db: Kysely<unknown>): Promise<void> {
  for (const column of ['issuer', 'signature'])
    await db.schema.alterTable('scorecards').addColumn(column, 'text').execute();
  await db.schema.alterTable('competency_means').addColumn('raters', 'integer').execute();
  await db.schema
    .createTable('forgotten')
    .addColumn('principal_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

/** And what signs somebody out at an issuer. */
async function webhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhooks_key', ['room_id', 'seq'])
    .execute();
  await index(db, 'webhooks', ['next_at']);
  await db.schema.alterTable('sessions').addColumn('id_token', 'text').execute();
}

async function stories(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stories')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('situation', 'text', (column) => column.notNull())
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('told_ms', 'integer')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'stories', ['owner_id']);
}

async function ownCalibrations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('own_calibrations')
    .addColumn('principal_id', 'text', (column) => column.notNull())
    .addColumn('family_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('given', 'integer', (column) => column.notNull())
    .addColumn('pack_rating', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('own_calibrations_key', ['principal_id', 'family_id', 'item_id', 'sample'])
    .execute();
}

/** Which sample a rating of a warm-up was of: null for one from before. */
async function calibratedSamples(db: Kysely<unknown>): Promise<void> {
  for (const column of ['family_id', 'item_id'])
    await db.schema.alterTable('calibrations').addColumn(column, 'text').execute();
  await db.schema.alterTable('calibrations').addColumn('sample', 'integer').execute();
}

/** Several people's scorecards of one round, from files. SQLite cannot drop the constraint that allowed only one. */
async function viewsOfOneRound(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ...['id', 'owner_id', 'issuer', 'room_id', 'round_id', 'signature', 'entry'],
    ...['published_at', 'kept_at', 'title', 'candidate_name', 'pack_title'],
  ].map((column) => sql.ref(column));
  await db.schema
    .createTable('kept_views')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('viewer_id', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('candidate_name', 'text', (column) => column.notNull())
    .addColumn('pack_title', 'text', (column) => column.notNull())
    .addUniqueConstraint('kept_views_once', ['owner_id', 'issuer', 'room_id', 'round_id', 'viewer_id'])
    .execute();
  const names = sql.join(columns);
  await sql`insert into kept_views (${names}) select ${names} from kept_scorecards`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from kept_scorecards`.execute(db);
  for (const { id } of rows) {
    const found = await sql<{ entry: string }>`select entry from kept_scorecards where id = ${id}`.execute(
      db,
    );
    const { scorecard } = JSON.parse(found.rows[0]?.entry ?? '');
    await sql`update kept_views set viewer_id = ${scorecard.viewer.memberId} where id = ${id}`.execute(db);
  }
  await db.schema.dropTable('kept_scorecards').execute();
  await db.schema.alterTable('kept_views').renameTo('kept_scorecards').execute();
  await index(db, 'kept_scorecards', ['owner_id', 'published_at']);
}

async function processes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('processes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** A process of an earlier version, which does not say, may have people. */
async function processesWithPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('processes')
    .addColumn('rooms', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}

/** A rebuild says when each was held, and when it was published, of those that are. */
async function whenRoundsWereHeld(db: Kysely<unknown>): Promise<void> {
  for (const table of ['scorecards', 'kept_scorecards'])
    await db.schema.alterTable(table).renameColumn('published_at', 'held_at').execute();
  await db.schema.alterTable('scorecards').addColumn('published_at', 'bigint').execute();
  // In their place: see indexes.ts.
  for (const name of ['scorecards_by_published_at', 'kept_scorecards_by_owner_id_published_at'])
    await db.schema.dropIndex(name).execute();
}

/** Of all updates in the snapshot, so that nobody sums them; null in one from before. */
async function bytesOfTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('code_snapshots').addColumn('bytes', 'bigint').execute();
}

/**
 * What makers call their share links. A rebuild writes what trends read of each round; `raters` of competency_means is read no
 * more, and stays for processes of the version before, which write it until they end.
 */
async function labelsAndMeans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('share_links')
    .addColumn('label', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('scorecards').addColumn('means', 'text').execute();
}

/** How many updates are left in a snapshot, and whose windows wrote them; null in one from before. */
async function thinnedTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('code_snapshots').addColumn('rows', 'integer').execute();
  await db.schema.alterTable('code_snapshots').addColumn('owners', 'text').execute();
}

async function builtFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('built_files')
    .addColumn('path', 'text', (column) => column.primaryKey().notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function index(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}

export interface MigrationNews {
  /** There are steps to take, of a record that is not empty. */
  migrates(): void;
  /** A step is tried again later, since another process migrates, or another connection uses its table. */
  waits(): void;
}

const NO_NEWS: MigrationNews = { migrates: () => undefined, waits: () => undefined };

/**
 * Migrates the record to today's shape. Throws the database's error, or that the record is from a later version. `beside`:
 * others serve the same record, on a PostgreSQL to which `db` has one connection.
 */
export async function migrate(
  db: Kysely<Database>,
  news: MigrationNews = NO_NEWS,
  { beside = false }: { beside?: boolean } = {},
): Promise<void> {
  // Their order in the record goes by the clocks of the machines that took them.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const known = await migrator.getMigrations();
  const missing = known.filter(({ executedAt }) => executedAt === undefined);
  // An empty record takes no time, and nobody serves it.
  const isEmpty = missing.length === known.length;
  if (missing.length > 0 && !isEmpty) news.migrates();
  const isServed = beside && !isEmpty;
  if (isServed) await stepByStep(db, migrator, news);
  else orThrow(await migrator.migrateToLatest());
  await makeIndexes(db, { beside: isServed });
  await movePacks(db, Date.now());
}

/**
 * For so long (ms) a step waits for a table that another connection uses, such as `pg_dump`. While it waits, every later
 * statement on that table waits behind it, and those of processes that serve have 1.8 s.
 */
const LOCK_MS = 1_000;
/** PostgreSQL's code for a lock that was not to be had in time. */
const NO_LOCK = '55P03';
/** For so long (ms) others have the table for themselves before the next try. */
const PAUSE_MS = 500;

/** Each in a transaction of its own: one for all would lock one table after the other until the last step is done. */
async function stepByStep(db: Kysely<Database>, migrator: Migrator, news: MigrationNews): Promise<void> {
  await sql`set lock_timeout = ${sql.lit(LOCK_MS)}`.execute(db);
  for (let isDone = false; !isDone; ) {
    const step = await migrator.migrateUp();
    if (Reflect.get(Object(step.error), 'code') === NO_LOCK) {
      news.waits();
      await delay(PAUSE_MS);
    } else {
      orThrow(step);
      isDone = step.results?.length === 0;
    }
  }
  await sql`set lock_timeout = 0`.execute(db);
}

function orThrow({ error }: MigrationResultSet): void {
  if (error === undefined) return;
  if (!(error instanceof Error)) throw new Error('the migrations failed', { cause: error });
  throw error.message.startsWith('corrupted migrations') ? new Error(LATER) : error;
}

export class EarlierVersion extends Error {}

/** Throws where the tables are another version's, and leaves these as they are. Those of an empty record are made. */
export async function checkVersion(db: Kysely<Database>): Promise<void> {
  const known = await new Migrator({ db, provider }).getMigrations();
  const missing = known.filter(({ executedAt }) => executedAt === undefined);
  if (missing.length === known.length) return migrate(db);
  if (missing.length > 0)
    throw new EarlierVersion(
      'The record is of an earlier version of Hotseat. Start this version of the server first, which brings it up to date; or use the commands of the version that serves it.',
    );
  const { rows } = await sql<{ count: number }>`select count(*) as count from kysely_migration`.execute(db);
  if (Number(rows[0]?.count) > known.length) throw new Error(LATER);
}
