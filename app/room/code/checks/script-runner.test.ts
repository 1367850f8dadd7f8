import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { scriptOf } from './script-runner';

const React = { createElement: (...parts: unknown[]) => JSON.stringify(parts) };

test('plain JavaScript runs as it was typed', () => {
  const source = 'const one = 1 // as typed';
  expect(scriptOf(source, [])).toBe(source);
});

test('elements are calls, with types and without', () => {
  const plain = 'const name = "Ada"; const greeting = <b title="hi">{name}</b>; greeting';
  expect(runInNewContext(scriptOf(plain, ['jsx']), { React })).toBe('["b",{"title":"hi"},"Ada"]');
  const typed = plain.replace('const name', 'const name: string');
  expect(runInNewContext(scriptOf(typed, ['typescript', 'jsx']), { React })).toBe(
    '["b",{"title":"hi"},"Ada"]',
  );
});

test('in TypeScript without elements a type in angle brackets is a type', () => {
  expect(runInNewContext(scriptOf('const two = <number>2; two', ['typescript']))).toBe(2);
});

test('what is exported is there like anything else, and an import says what to do', () => {
  const exported = 'export const two = 2;\nexport default function three() { return 3; }\ntwo + three()';
  expect(runInNewContext(scriptOf(exported, []))).toBe(5);
  expect(runInNewContext(scriptOf(exported.replace('two =', 'two: number ='), ['typescript']))).toBe(5);
  expect(() => runInNewContext(scriptOf("import fs from 'fs';\nfs.x", []))).toThrow(
    'Nothing can be imported here, so not “fs”: write everything in one file.',
  );
  expect(runInNewContext(scriptOf("import type { A } from 'a';\nconst a: A = 1; a", ['typescript']))).toBe(1);
});
