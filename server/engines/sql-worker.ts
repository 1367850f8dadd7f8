import { PGlite } from '@electric-sql/pglite';
import { serveOnce } from './in-worker';
import { PARSERS, runSqlChecks } from './sql-checks';

serveOnce(async ({ program, files }, tell) => {
  const db = await PGlite.create({
    loadDataDir: new File([files['cluster.tar.gz'] ?? ''], 'cluster.tar.gz', { type: 'application/x-gzip' }),
    parsers: PARSERS,
  });
  tell({ kind: 'started' });
  await runSqlChecks(db, program, tell);
});
