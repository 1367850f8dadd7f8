"""Parses the programs that standard input lists as JSON; prints for each what is wrong with it, or null."""

import ast
import json
import sys


def error_of(text):
    try:
        ast.parse(text)
        return None
    except SyntaxError as error:
        return str(error)


print(json.dumps([error_of(text) for text in json.load(sys.stdin)]))
