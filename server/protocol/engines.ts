/**
 * What runs checks in a language that browsers do not speak: the script of a worker, and the files that it is handed.
 * The app serves them all itself, and a page fetches them when somebody runs such checks.
 */
export const ENGINES = {
  python: { script: 'python.js', files: ['pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'] },
  sql: { script: 'sql.js', files: ['pglite.wasm', 'initdb.wasm', 'pglite.data', 'cluster.tar.gz'] },
} as const;
export type Engine = keyof typeof ENGINES;

/** Where they are served, before their names. */
export const ENGINE_PATH = '/code-engines/';
