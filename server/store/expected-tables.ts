import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** Every table of the record. It does not compile while one is missing. */
const TABLES: Record<keyof Database, true> = {
  events: true,
  code_updates: true,
  code_snapshots: true,
  invite_index: true,
  memberships: true,
  scorecards: true,
  participations: true,
  competency_means: true,
  round_asks: true,
  round_ratings: true,
  kept_scorecards: true,
  share_links: true,
  signing_keys: true,
  pack_contents: true,
  room_packs: true,
  moves: true,
  packs: true,
  pack_versions: true,
  pack_links: true,
  heard: true,
  principals: true,
  logins: true,
  sessions: true,
  marks: true,
  try_outs: true,
  calibrations: true,
  room_snapshots: true,
  forgotten: true,
  webhooks: true,
  stories: true,
  own_calibrations: true,
  processes: true,
  built_files: true,
};

export const TABLE_NAMES = Object.keys(TABLES);

/** Throws if a table is missing although every migration has run: somebody dropped it, or restored only a part. */
export async function checkTables(db: Kysely<Database>): Promise<void> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name));
  const missing = TABLE_NAMES.filter((name) => !there.has(name));
  if (missing.length > 0) throw new Error(`it lacks ${missing.join(', ')}`);
}
