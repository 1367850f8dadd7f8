import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { RecordUnavailable } from '../runtime/ports';
import { toThrow } from './faults';

/** For how long (ms) an unresponsive server gets no queries, so that those waiting behind the first fail at once. */
const QUIET_MS = 1_000;

/** What is known of a server's silence. Pools of one server share it, since any answer ends the silence of all. */
export interface Silence {
  quietUntil: number;
  answeredAt: number;
}

export function noSilence(): Silence {
  return { quietUntil: Number.NEGATIVE_INFINITY, answeredAt: Number.NEGATIVE_INFINITY };
}

const SILENT = 'the record cannot be used now: PostgreSQL does not answer';

/**
 * A pool that answers within `limitMs` for every connection and every statement, even if the server does not: a frozen
 * server, or one behind a network that swallows everything, keeps its connections open and says nothing. It cuts the
 * connection of a statement without an answer, since the answer may still arrive. For a moment after that, or until the
 * server answers anything, every query fails at once with the same error, so that ten commands that wait for each other
 * do not wait ten times. `alwaysAsks`: queries of this pool find out whether the server answers again.
 */
export function timedPool(
  pool: pg.Pool,
  limitMs: number,
  silence: Silence,
  alwaysAsks = false,
): PostgresPool {
  const answered = () => {
    silence.answeredAt = performance.now();
    silence.quietUntil = Number.NEGATIVE_INFINITY;
  };
  const fellSilent = () => {
    silence.quietUntil = performance.now() + QUIET_MS;
  };

  // Kysely identifies a connection by its object, so the same client always gets the same one.
  const timed = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const timedClient = (client: pg.PoolClient): PostgresPoolClient => {
    const ask = async (...question: unknown[]): Promise<unknown> => {
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
        fellSilent();
        client.connection.stream.destroy();
      }, limitMs);
      try {
        const result: unknown = await Reflect.apply(client.query, client, question);
        answered();
        return result;
      } catch (error) {
        if (error instanceof pg.DatabaseError) answered();
        throw isLate ? new RecordUnavailable(SILENT, { cause: error }) : toThrow(error);
      } finally {
        clearTimeout(late);
      }
    };
    return { query: ask as PostgresPoolClient['query'], release: () => client.release() };
  };

  return {
    connect: async () => {
      if (!alwaysAsks && performance.now() < silence.quietUntil) throw new RecordUnavailable(SILENT);
      const asked = performance.now();
      try {
        const client = await pool.connect();
        const known = timed.get(client) ?? timedClient(client);
        timed.set(client, known);
        return known;
      } catch (error) {
        // While it answers others, every connection is in use, and the next query may get one.
        if (performance.now() - asked >= limitMs && silence.answeredAt < asked) fellSilent();
        throw toThrow(error);
      }
    },
    // Queries that a silent server never answers end with the process.
    end: () => Promise.race([pool.end(), delay(limitMs, undefined, { ref: false })]),
  };
}
