"""Runs programs, which standard input lists as JSON, and after each its functions named test_…; prints what failed."""

import contextlib
import io
import json
import sys
import types

results = []


def run(name, function):
    try:
        function()
        return None
    except BaseException as error:
        return {"name": name, "failed": repr(error)}


def run_all(text):
    program = types.ModuleType("program")
    sys.modules["program"] = program
    broken = run("the program", lambda: exec(compile(text, "program", "exec"), program.__dict__))
    if broken:
        results.append(broken)
    for name, function in list(vars(program).items()):
        if name.startswith("test_") and callable(function):
            results.append(run(name, function) or {"name": name, "failed": None})


with contextlib.redirect_stdout(io.StringIO()):
    for text in json.load(sys.stdin):
        run_all(text)
print(json.dumps(results))
