import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ID = /\[([A-Z]+-\d+)\]/g;
const folders = ['.', '../testing', '../runtime'].map((folder) => join(import.meta.dirname, folder));

test('every rule of SPEC.md is held by a test, and every test that names a rule names one of these', () => {
  const spec = readFileSync(join(import.meta.dirname, 'SPEC.md'), 'utf8');
  const rules = idsOf(spec);
  const tested = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => idsOf(readFileSync(join(folder, name), 'utf8'))),
  );
  expect(rules.length).toBe(new Set(rules).size);
  expect([...new Set(tested)].sort()).toEqual([...rules].sort());
});

function idsOf(text: string): string[] {
  return [...text.matchAll(ID)].map(([, id]) => id ?? '');
}
