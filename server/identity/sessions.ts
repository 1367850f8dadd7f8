import { randomInt } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { KeptSession } from '../protocol/sessions';
import type { Session } from '../runtime/principal';
import type { Database, SessionsTable } from '../runtime/tables';
import type { Person } from './people';
import { SESSION_SECONDS } from './session-cookie';
import type { ReadToken } from './session-token';

export interface Sessions {
  /** A new session of this person, on a device in words; with what the issuer said of them, if that is kept. */
  begin(person: Person, device: string | null, idToken?: string | null): Promise<string>;
  /** What the issuer said when this session began; null if it was not kept. */
  idToken(sessionId: string): Promise<string | null>;
  /**
   * Whether the session of a token is valid: its row exists, it was not ended, and its person is still in the epoch in which
   * it began. A token from before sessions were kept gets its row here, once. Marks the session as seen.
   */
  counts(token: ReadToken, person: Person): Promise<boolean>;
  /** Which of these are valid, with one query. Marks them as seen. */
  counting(sessions: readonly Session[]): Promise<Set<string>>;
  /** Extends it as if it were new. False if it is no longer valid. */
  renew(sessionId: string, device: string | null): Promise<boolean>;
  /** A person's valid sessions, the most recently seen first. `currentId` is the session of the browser that asks. */
  of(person: Person, currentId: string): Promise<KeptSession[]>;
  /** Ends one of this person's sessions; false if they have none with that id. */
  end(principalId: string, sessionId: string): Promise<boolean>;
  /** Ends all of this person's sessions but one; returns the ids of the ended ones. */
  endOthers(principalId: string, keptId: string): Promise<string[]>;
}

/** How often (ms) an active session is marked as seen, so that most requests do not write. */
const SEEN_EVERY_MS = 5 * 60_000;
const LASTS_MS = SESSION_SECONDS * 1_000;

/**
 * Sign-in sessions in the record. `now` gives milliseconds since 1970. `unseen` is called if a session could not be marked
 * as seen, which is no reason to reject its person.
 */
export function createSessions(
  db: Kysely<Database>,
  now: () => number = Date.now,
  unseen: (error: unknown) => void = () => {},
): Sessions {
  async function see(rows: readonly Selectable<SessionsTable>[]): Promise<void> {
    const at = now();
    const due = rows.filter((row) => at - row.seen_at >= SEEN_EVERY_MS).map(({ id }) => id);
    if (due.length === 0) return;
    try {
      await db.updateTable('sessions').set({ seen_at: at }).where('id', 'in', due).execute();
    } catch (error) {
      unseen(error);
    }
  }

  const add = (row: Selectable<SessionsTable>) =>
    db
      .insertInto('sessions')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();

  return {
    async begin({ principal, epoch }, device, idToken = null) {
      const id = newSessionId();
      await add({ ...newRow({ id, principal_id: principal.id, epoch, device }, now()), id_token: idToken });
      return id;
    },

    async idToken(sessionId) {
      const row = await db
        .selectFrom('sessions')
        .select('id_token')
        .where('id', '=', sessionId)
        .executeTakeFirst();
      return row?.id_token ?? null;
    },

    async counts({ sessionId, formerEpoch, runsOutAt }, { principal, epoch }) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', sessionId)
        .where('principal_id', '=', principal.id)
        .executeTakeFirst();
      if (row) {
        if (isOver(row, now()) || row.epoch !== epoch) return false;
        await see([row]);
        return true;
      }
      if (formerEpoch !== epoch || runsOutAt <= now()) return false;
      const made = newRow({ id: sessionId, principal_id: principal.id, epoch, device: null }, now());
      await add({ ...made, until: runsOutAt });
      return true;
    },

    async counting(sessions) {
      if (sessions.length === 0) return new Set();
      const rows = await db
        .selectFrom('sessions')
        .innerJoin('principals', 'principals.id', 'sessions.principal_id')
        .selectAll('sessions')
        .where(
          'sessions.id',
          'in',
          sessions.map(({ id }) => id),
        )
        .whereRef('sessions.epoch', '=', 'principals.epoch')
        .where('principals.merged_into', 'is', null)
        .execute();
      const inUse = rows.filter((row) => !isOver(row, now()));
      await see(inUse);
      return new Set(inUse.map(({ id }) => id));
    },

    async renew(sessionId, device) {
      const at = now();
      const renewed = await db
        .updateTable('sessions')
        .set({ until: at + LASTS_MS, seen_at: at, ...(device && { device }) })
        .where('id', '=', sessionId)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return renewed !== undefined;
    },

    async of({ principal, epoch }, currentId) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('principal_id', '=', principal.id)
        .where('epoch', '=', epoch)
        .where('ended_at', 'is', null)
        .where('until', '>', now())
        .orderBy('seen_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, device, created_at, seen_at }) => ({
        id,
        device,
        since: created_at,
        seen: seen_at,
        current: id === currentId,
      }));
    },

    async end(principalId, sessionId) {
      const ended = await db
        .updateTable('sessions')
        .set({ ended_at: now() })
        .where('principal_id', '=', principalId)
        .where('id', '=', sessionId)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return ended !== undefined;
    },

    async endOthers(principalId, keptId) {
      const ended = await db
        .updateTable('sessions')
        .set({ ended_at: now() })
        .where('principal_id', '=', principalId)
        .where('id', '<>', keptId)
        .where('ended_at', 'is', null)
        .returning('id')
        .execute();
      return ended.map(({ id }) => id);
    },
  };
}

/** Maximum sessions that one statement deletes, so that people who write meanwhile do not wait longer. */
const AT_ONCE = 1_000;

/**
 * Deletes the rows of expired sessions. An ended session stays until then, without its device, or a cookie from before
 * sessions were kept would get a session again.
 */
export async function sweepSessions(db: Kysely<Database>, at: number, signal?: AbortSignal): Promise<void> {
  let over: { id: string }[];
  do {
    over = await db.selectFrom('sessions').select('id').where('until', '<=', at).limit(AT_ONCE).execute();
    const ids = over.map(({ id }) => id);
    // One of them may have been renewed meanwhile.
    if (ids.length > 0)
      await db.deleteFrom('sessions').where('id', 'in', ids).where('until', '<=', at).execute();
  } while (over.length === AT_ONCE && !signal?.aborted);
  if (signal?.aborted) return;
  await db
    .updateTable('sessions')
    .set({ device: null })
    .where('ended_at', 'is not', null)
    .where('device', 'is not', null)
    .execute();
}

function isOver(row: Selectable<SessionsTable>, at: number): boolean {
  return row.ended_at !== null || row.until <= at;
}

function newRow(
  who: Pick<Selectable<SessionsTable>, 'id' | 'principal_id' | 'epoch' | 'device'>,
  at: number,
): Selectable<SessionsTable> {
  return { ...who, created_at: at, seen_at: at, until: at + LASTS_MS, ended_at: null, id_token: null };
}

function newSessionId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return `ss_${Array.from({ length: 24 }, () => letters[randomInt(letters.length)]).join('')}`;
}
