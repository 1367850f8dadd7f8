import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { NOWHERE, serveOnce } from './in-worker';
import { runPythonChecks } from './python-checks';

// It refuses to start in a worker that could import scripts. Nothing can be imported in ours, so it has them bundled.
Reflect.set(globalThis, 'importScripts', undefined);

serveOnce(async ({ program }, tell) => {
  const python = await loadPyodide({ indexURL: NOWHERE, createPyodideModule });
  tell({ kind: 'started' });
  runPythonChecks(python, program, tell);
});
