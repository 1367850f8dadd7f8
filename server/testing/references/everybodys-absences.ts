import type { Router } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';
import { loadText } from './load-text';
import type { Scenario } from './scenario';
import { serve } from './serve';

const TABLES = `
  DROP SCHEMA public CASCADE; CREATE SCHEMA public;
  CREATE TABLE employees (id bigint PRIMARY KEY, company_id bigint, name text);
  CREATE TABLE absences (id bigint PRIMARY KEY, company_id bigint, employee_id bigint,
    starts_on date, ends_on date, diagnosis text);
  CREATE TABLE absence_days (absence_id bigint, minutes int);
  INSERT INTO employees VALUES (1, 1, 'Ada'), (2, 2, 'Stranger');
  INSERT INTO absences SELECT n, 1, 1, date '2026-01-01' + n / 3, date '2026-02-01' + n / 3, 'flu' FROM generate_series(1, 130) n;
  INSERT INTO absences VALUES (900, 2, 2, '2026-01-01', '2026-01-02', 'flu');
  INSERT INTO absence_days VALUES (1, 480), (1, 240)`;

const page = z.object({
  absences: z.array(
    z.strictObject({
      id: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      employee: z.string(),
      minutes: z.number(),
    }),
  ),
  next: z.string().nullable(),
});

/** The pool, and the number of its queries. */
function counting(pool: Pool) {
  const counted = {
    queries: 0,
    query: (...args: [string, unknown[]?]) => {
      counted.queries += 1;
      return pool.query(...args);
    },
  };
  return counted;
}

export const everybodysAbsences: Scenario = async ({ text, pool }, check) => {
  await pool.query(TABLES);
  const db = counting(pool);
  const session = { companyId: '1', role: 'hr' };
  const { absences } = await loadText<{ absences: Router }>(text, {
    modules: {
      '../db': { pool: db },
      '../session': { signedIn: () => session, mayListAbsences: ({ role }: typeof session) => role === 'hr' },
    },
  });
  await serve(
    (app) => app.use(absences),
    async (origin) => {
      const get = (query = '') => fetch(`${origin}/absences${query}`);
      const read = async (query = '') => page.parse(await (await get(query)).json());
      const status = async (query: string) => (await get(query)).status;

      await check('a company sees only its own absences, and only the list’s fields', async () => {
        const { absences } = await read('?limit=100');
        return absences.every(({ employee }) => employee === 'Ada');
      });
      await check('a person without the right role gets no list', async () => {
        session.role = 'employee';
        const said = await status('');
        session.role = 'hr';
        return said === 403;
      });
      await check('the pages together contain every absence once', async () => {
        const seen: string[] = [];
        let next: string | null = null;
        do {
          const one: z.infer<typeof page> = await read(`?limit=50${next ? `&after=${next}` : ''}`);
          seen.push(...one.absences.map(({ id }) => id));
          next = one.next;
        } while (next);
        return seen.length === 130 && new Set(seen).size === 130;
      });
      await check('minutes are summed, and are 0 if nothing was entered', async () => {
        const { absences } = await read();
        return absences[0]?.minutes === 720 && absences[1]?.minutes === 0;
      });
      await check('a page of any length takes one statement', async () => {
        db.queries = 0;
        await read('?limit=2');
        await read('?limit=100');
        return db.queries === 2;
      });
      await check(
        'SQL in the query string is not executed',
        async () =>
          (await status(`?sort=${encodeURIComponent('1; drop table absence_days')}`)) === 200 &&
          (await pool.query('SELECT count(*)::int AS n FROM absence_days')).rows[0].n === 2,
      );
      await check('an invalid limit or cursor gets an answer in words', async () => {
        const odd = Buffer.from(JSON.stringify({ startsOn: '0000-01-01', id: '1' })).toString('base64url');
        const said = await Promise.all(
          ['?limit=0', '?limit=101', '?limit=x', '?after=x', `?after=${odd}`].map(status),
        );
        return said.every((code) => code === 400);
      });
    },
  );
};
