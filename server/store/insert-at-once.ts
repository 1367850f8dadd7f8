import { sql, type Transaction } from 'kysely';
import type { Database } from '../runtime/tables';
import type { EncodedAppend } from './batch';
import { Raced } from './faults';

/**
 * SQLite's way to insert all events of a batch in one statement, each only if the event before its append is stored. The text is
 * the same for every batch, so nothing is compiled, and the statement is prepared once. Throws `Raced` if some do not fit.
 */
export async function insertAtOnce(
  trx: Transaction<Database>,
  batch: readonly EncodedAppend[],
): Promise<void> {
  const rows = batch.flatMap(({ expectedSeq, events }) =>
    events.map((event) => [
      event.room_id,
      event.seq,
      event.command_id,
      event.idx,
      event.type,
      event.data,
      event.at,
      event.by,
      expectedSeq,
    ]),
  );
  const { numAffectedRows } = await sql`
    insert into events (room_id, seq, command_id, idx, type, data, at, "by")
    select
      value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    from json_each(${JSON.stringify(rows)}) as wanted
    where
      value ->> 8 = 0
      or exists (select 1 from events where room_id = wanted.value ->> 0 and seq = wanted.value ->> 8)
  `.execute(trx);
  if (numAffectedRows !== BigInt(rows.length)) throw new Raced();
}
