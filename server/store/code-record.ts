import { type Kysely, sql } from 'kysely';
import type { CodeRecord, StoredUpdate } from '../runtime/code-record';
import type { Database } from '../runtime/tables';
import { faultOf } from './faults';

/** Texts of code exercises in the record, over either dialect. Bytes are kept as Base64, which is the same in both. */
export function createCodeRecord(db: Kysely<Database>): CodeRecord {
  const after = async (roomId: string, askId: string, no: number): Promise<StoredUpdate[]> => {
    const rows = await db
      .selectFrom('code_updates')
      .select(['no', 'by', 'at', 'data'])
      .where('room_id', '=', roomId)
      .where('ask_id', '=', askId)
      .where('no', '>', no)
      .orderBy('no')
      .execute();
    return rows.map(({ data, ...row }) => ({ ...row, update: bytesOf(data) }));
  };
  /** For a snapshot that was kept without its bytes. Reading each row takes long in a long text. */
  const bytesUpTo = async (roomId: string, askId: string, no: number): Promise<number> => {
    const total = await db
      .selectFrom('code_updates')
      .select(sql<number | string | null>`sum(length(data))`.as('characters'))
      .where('room_id', '=', roomId)
      .where('ask_id', '=', askId)
      .where('no', '<=', no)
      .executeTakeFirst();
    // Base64 uses four characters for three bytes.
    return Math.floor((Number(total?.characters ?? 0) * 3) / 4);
  };
  return {
    after,
    load: async (roomId, askId) => {
      const row = await db
        .selectFrom('code_snapshots')
        .select(['up_to', 'data', 'bytes'])
        .where('room_id', '=', roomId)
        .where('ask_id', '=', askId)
        .executeTakeFirst();
      const snapshot = row && {
        upTo: row.up_to,
        state: bytesOf(row.data),
        bytes: row.bytes ?? (await bytesUpTo(roomId, askId, row.up_to)),
      };
      const updates = await after(roomId, askId, snapshot?.upTo ?? 0);
      const bytes = updates.reduce((sum, { update }) => sum + update.byteLength, snapshot?.bytes ?? 0);
      return { snapshot: snapshot ?? null, updates, bytes };
    },
    append: async (roomId, askId, { no, by, at, update }) => {
      try {
        await db
          .insertInto('code_updates')
          .values({ room_id: roomId, ask_id: askId, no, by, at, data: textOf(update) })
          .execute();
        return true;
      } catch (error) {
        if (faultOf(error) === 'raced') return false;
        throw error;
      }
    },
    keepSnapshot: async (roomId, askId, { upTo, state, bytes }) => {
      await db
        .insertInto('code_snapshots')
        .values({ room_id: roomId, ask_id: askId, up_to: upTo, data: textOf(state), bytes })
        .onConflict((conflict) =>
          conflict
            .columns(['room_id', 'ask_id'])
            .doUpdateSet((eb) => ({
              up_to: eb.ref('excluded.up_to'),
              data: eb.ref('excluded.data'),
              bytes: eb.ref('excluded.bytes'),
            }))
            .whereRef('code_snapshots.up_to', '<', 'excluded.up_to'),
        )
        .execute();
    },
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
