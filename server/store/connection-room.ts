import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';

/** How many connections the processes of this record may take together, and how many PostgreSQL gives them. */
export interface ConnectionRoom {
  processes: number;
  wanted: number;
  given: number;
}

/** Each process has one more that proves that the record can be written, and one while it starts. */
const MORE = 2;

/** With this process, and others that were alive in the last seconds by the record's clock. `connections` are each one's setting. */
export async function connectionRoom(
  db: Kysely<Database>,
  id: string,
  connections: number,
): Promise<ConnectionRoom> {
  const { rows } = await sql<{ given: number; others: number }>`
    select
      least(
        current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0),
        (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
        (select nullif(datconnlimit, -1) from pg_database where datname = current_database())
      ) as given,
      (
        select count(*)::int from processes
        where id <> ${id} and seen_at > extract(epoch from clock_timestamp()) * 1000 - 10000
      ) as others
  `.execute(db);
  const { given = 0, others = 0 } = rows[0] ?? {};
  const processes = others + 1;
  return { processes, wanted: processes * (connections + MORE), given };
}
