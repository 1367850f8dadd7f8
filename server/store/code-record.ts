import { type Kysely, sql } from 'kysely';
import type { CodeRecord, Replacement, StoredUpdate, Weight } from '../runtime/code-record';
import { rowJson } from '../runtime/row-json';
import type { Database } from '../runtime/tables';
import { faultOf } from './faults';

/** The most rows in one statement, whose parameters are limited. */
const TOGETHER = 1_000;
/** The highest number of an update. */
const MOST = 2 ** 31 - 1;

/** Texts of code exercises in the record, over either dialect. Bytes are kept as Base64, which is the same in both. */
export function createCodeRecord(db: Kysely<Database>): CodeRecord {
  const after = async (
    roomId: string,
    askId: string,
    no: number,
    limit?: number,
  ): Promise<StoredUpdate[]> => {
    const rows = await db
      .selectFrom('code_updates')
      .select(['no', 'by', 'at', 'data'])
      .where('room_id', '=', roomId)
      .where('ask_id', '=', askId)
      .where('no', '>', no)
      .orderBy('no')
      .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
      .execute();
    return rows.map(({ data, ...row }) => ({ ...row, update: bytesOf(data) }));
  };
  /** Reading each row takes long in a long text. */
  const weigh = async (roomId: string, askId: string, upTo = MOST): Promise<Weight> => {
    const { rows, characters } = await db
      .selectFrom('code_updates')
      .select([
        (eb) => eb.fn.countAll<number | string>().as('rows'),
        sql<number | string | null>`sum(length(data))`.as('characters'),
      ])
      .where('room_id', '=', roomId)
      .where('ask_id', '=', askId)
      .where('no', '<=', upTo)
      .executeTakeFirstOrThrow();
    // Base64 uses four characters for three bytes.
    return { rows: Number(rows), bytes: Math.floor((Number(characters ?? 0) * 3) / 4) };
  };
  return {
    after,
    weigh: (roomId, askId) => weigh(roomId, askId),
    load: async (roomId, askId) => {
      const row = await db
        .selectFrom('code_snapshots')
        .select(['up_to', 'data', 'bytes', 'rows', 'owners'])
        .where('room_id', '=', roomId)
        .where('ask_id', '=', askId)
        .executeTakeFirst();
      const snapshot = row && {
        upTo: row.up_to,
        state: bytesOf(row.data),
        rows: row.rows ?? row.up_to,
        bytes: row.bytes ?? (await weigh(roomId, askId, row.up_to)).bytes,
        owners: row.owners === null ? null : rowJson(row.owners, `the snapshot of ${roomId}/${askId}`),
      };
      const updates = await after(roomId, askId, snapshot?.upTo ?? 0);
      const bytes = updates.reduce((sum, { update }) => sum + update.byteLength, snapshot?.bytes ?? 0);
      return { snapshot: snapshot ?? null, updates, rows: (snapshot?.rows ?? 0) + updates.length, bytes };
    },
    append: async (roomId, askId, { no, by, at, update }) => {
      try {
        // Where the oldest were thinned, a number that was used before is free again.
        const { numAffectedRows } = await sql`
          insert into code_updates (room_id, ask_id, no, ${sql.ref('by')}, at, data)
          select cast(${roomId} as text), cast(${askId} as text), cast(${no} as integer), cast(${by} as text),
            cast(${at} as bigint), cast(${textOf(update)} as text)
          where not exists (
            select 1 from code_updates where room_id = ${roomId} and ask_id = ${askId} and no > ${no}
          )`.execute(db);
        return Number(numAffectedRows) === 1;
      } catch (error) {
        if (faultOf(error) === 'raced') return false;
        throw error;
      }
    },
    keepSnapshot: async (roomId, askId, { upTo, state, rows, bytes, owners }) => {
      await db
        .insertInto('code_snapshots')
        .values({
          room_id: roomId,
          ask_id: askId,
          up_to: upTo,
          data: textOf(state),
          rows,
          bytes,
          owners: owners && JSON.stringify(owners),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['room_id', 'ask_id'])
            .doUpdateSet((eb) => ({
              up_to: eb.ref('excluded.up_to'),
              data: eb.ref('excluded.data'),
              rows: eb.ref('excluded.rows'),
              bytes: eb.ref('excluded.bytes'),
              owners: eb.ref('excluded.owners'),
            }))
            .whereRef('code_snapshots.up_to', '<', 'excluded.up_to'),
        )
        .execute();
    },
    replace: async (roomId, askId, replacement) => {
      try {
        await db.transaction().execute((within) => replaceIn(within, roomId, askId, replacement));
        return true;
      } catch (error) {
        if (error instanceof NotThere || faultOf(error) === 'raced') return false;
        throw error;
      }
    },
  };
}

/** Another process has replaced them. */
class NotThere extends Error {}

async function replaceIn(
  db: Kysely<Database>,
  roomId: string,
  askId: string,
  { upTo, rows, updates, saved }: Replacement,
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('code_updates')
    .where('room_id', '=', roomId)
    .where('ask_id', '=', askId)
    .where('no', '<=', upTo)
    .executeTakeFirstOrThrow();
  if (Number(numDeletedRows) !== rows) throw new NotThere();
  for (let from = 0; from < updates.length; from += TOGETHER)
    await db
      .insertInto('code_updates')
      .values(
        updates.slice(from, from + TOGETHER).map(({ no, by, at, update }) => ({
          room_id: roomId,
          ask_id: askId,
          no,
          by,
          at,
          data: textOf(update),
        })),
      )
      .execute();
  await db
    .updateTable('code_snapshots')
    .set((eb) => ({
      rows: eb(eb.fn.coalesce('rows', 'up_to'), '-', saved.rows),
      bytes: eb('bytes', '-', saved.bytes),
    }))
    .where('room_id', '=', roomId)
    .where('ask_id', '=', askId)
    .execute();
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
