import type { PyodideInterface } from 'pyodide';
import type { Program, Tell } from './told';

/**
 * Runs a program as a module, and then each of its functions named `test_…` in their order; without checks it is the main module. Of what failed it tells the
 * line of the text, and of a bare `assert`, which has no words of its own, what was asserted.
 */
const HARNESS = String.raw`
import sys, traceback, types

def words(error, lines, own):
    said = traceback.format_exception_only(error)[-1].strip()
    at = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "program"]
    if isinstance(error, AssertionError) and not str(error) and at:
        return lines[at[-1] - 1].strip()
    if isinstance(error, SyntaxError) and error.filename == "program":
        at.append(error.lineno or 0)
    mine = [line for line in at if 0 < line <= own]
    return f"{said} (line {mine[-1]})" if mine else said

def run_all(text, checks, tell):
    name = "__main__" if checks is None else "program"
    program = types.ModuleType(name)
    sys.modules[name] = program
    source = text + "\n" + (checks or "") + "\n"
    lines, own = source.split("\n"), text.count("\n") + 1
    try:
        exec(compile(source, "program", "exec"), program.__dict__)
    except BaseException as error:
        return tell("test_The_whole_program", False, words(error, lines, own))
    if checks is None:
        return
    for name, function in list(vars(program).items()):
        if not name.startswith("test_") or not callable(function):
            continue
        try:
            function()
        except BaseException as error:
            tell(name, False, words(error, lines, own))
        else:
            tell(name, True, "")

run_all
`;

/** `test_a_list_is_empty` → "a list is empty". */
const inWords = (name: string) => name.replace(/^test_/, '').replaceAll('_', ' ');

export function runPythonChecks(python: PyodideInterface, { text, checks }: Program, tell: Tell): void {
  const print = (line: string) => tell({ kind: 'output', text: `${line}\n` });
  python.setStdout({ batched: print });
  python.setStderr({ batched: print });
  const runAll: unknown = python.runPython(HARNESS);
  if (typeof runAll !== 'function') throw new Error('Python did not start.');
  runAll(text, checks ?? undefined, (name: string, ok: boolean, message: string) =>
    tell({ kind: 'result', name: inWords(name), ok, message }),
  );
}
