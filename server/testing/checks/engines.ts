import { PGlite } from '@electric-sql/pglite';
import { loadPyodide } from 'pyodide';
import { runPythonChecks } from '../../engines/python-checks';
import { PARSERS, runSqlChecks } from '../../engines/sql-checks';
import type { Tell } from '../../engines/told';
import { type CheckResult, notRun } from './check-result';

export interface Engines {
  python(text: string, sets: string[]): Promise<CheckResult[]>;
  /** Each check begins with an empty schema and the data. */
  sql(text: string, sets: string[], data: string): Promise<CheckResult[]>;
  /** What a run without checks prints; and the error that ended it. */
  printed(
    language: 'python' | 'sql',
    text: string,
    data?: string,
  ): Promise<{ output: string; problem: string | null }>;
  close(): Promise<void>;
}

/** The engines that browsers run checks on, with the same functions around them; each set runs alone. */
export async function openEngines(): Promise<Engines> {
  const python = await loadPyodide();
  const db = await PGlite.create({ parsers: PARSERS });
  return {
    python: (text, sets) =>
      eachSet(sets, async (checks, tell) => runPythonChecks(python, { text, checks, data: null }, tell)),
    sql: (text, sets, data) =>
      eachSet(sets, (checks, tell) => runSqlChecks(db, { text, checks, data }, tell)),
    printed: async (language, text, data = '') => {
      let output = '';
      let problem: string | null = null;
      const tell: Tell = (told) => {
        if (told.kind === 'output') output += told.text;
        if (told.kind === 'result' && !told.ok) problem = told.message;
      };
      const program = { text, checks: null, data };
      if (language === 'python') runPythonChecks(python, program, tell);
      else await runSqlChecks(db, program, tell);
      return { output, problem };
    },
    close: () => db.close(),
  };
}

async function eachSet(
  sets: readonly string[],
  run: (checks: string, tell: Tell) => Promise<void>,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const tell: Tell = (told) => {
    if (told.kind === 'result') results.push({ name: told.name, failed: told.ok ? null : told.message });
  };
  try {
    for (const checks of sets) await run(checks, tell);
    return results;
  } catch (error) {
    return notRun(error);
  }
}
