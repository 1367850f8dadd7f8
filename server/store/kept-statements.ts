import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements kept ready. Those of a batch differ with the number of its appends, so there are some hundreds. */
const KEPT = 400;

/** A database that prepares each statement once, and again only when it has not been used for long. */
export function keepingStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => {
      const statement = kept.get(sql) ?? database.prepare(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
