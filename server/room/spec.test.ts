import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REJECTIONS } from '../protocol/rejections';
import { COMMANDS, SYSTEM_DECIDERS } from './core/decide';

const ID = /\[([A-Z]+-\d+)\]/g;
const spec = readFileSync(join(import.meta.dirname, 'SPEC.md'), 'utf8');

/** Each rule's id and what it says: the rest of its line. */
const rules = spec.split('\n').flatMap((line) => {
  const found = /^(?:- |\| )\[([A-Z]+-\d+)\] (.+)$/.exec(line);
  return found ? [{ id: found[1] ?? '', says: found[2] ?? '' }] : [];
});

interface Test {
  ids: string[];
  title: string;
  body: string;
  /** The whole file, since the command that a test sends is often defined above it. */
  file: string;
}

/** The source of every test of the room, its runtime, its reviews and its texts, from one test's name to the next. */
const tests: Test[] = ['.', '../testing', '../runtime', '../review', '../code'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
    .flatMap((name) => {
      const file = readFileSync(join(import.meta.dirname, folder, name), 'utf8');
      return file.split(/(?=^ *(?:test|describe)\b|^ *\](?: as const)?\)\(')/m).flatMap((body) => {
        const title = /\(\s*'((?:[^'\\]|\\.)*)'/.exec(body)?.[1] ?? '';
        const ids = idsOf(title);
        return ids.length > 0 ? [{ ids, title, body, file }] : [];
      });
    }),
);

function idsOf(text: string): string[] {
  return [...text.matchAll(ID)].map(([, id]) => id ?? '');
}

/** The codes of every `rejected (…)`. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/rejected\s+\(([^)]*)\)/g)].flatMap(([, codes]) =>
    [...(codes ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? ''),
  );
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('SPEC.md', () => {
  test('gives every rule an id of its own', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.length).toBe(new Set(ids).size);
    expect(idsOf(spec)).toEqual(ids);
  });

  test('has a test for every rule, and a rule for every test that names one', () => {
    expect(sorted(tests.flatMap(({ ids }) => ids))).toEqual(sorted(rules.map(({ id }) => id)));
  });

  test('has tests that state their rules, no two in the same words', () => {
    const titles = tests.map(({ title }) => title);
    expect(titles.length).toBe(new Set(titles).size);
    for (const title of titles) expect(title).toMatch(/\] .*\p{L}/u);
  });

  test('names every rejection of the protocol, and no other', () => {
    const codes = codesIn(spec.slice(spec.indexOf('## Room')));
    expect(sorted(codes)).toEqual(sorted(Object.keys(REJECTIONS)));
  });

  test('names every command of the protocol and the program, and no other', () => {
    const named = [...spec.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, name]) => name ?? '');
    expect(sorted(named)).toEqual(sorted([...Object.keys(COMMANDS), ...Object.keys(SYSTEM_DECIDERS)]));
  });

  test.each(rules.filter(({ says }) => codesIn(says).length > 0))(
    '[$id] is tested for each of its rejections',
    ({ id, says }) => {
      const bodies = tests.filter(({ ids }) => ids.includes(id)).map(({ body }) => body);
      for (const code of codesIn(says)) expect(bodies.join('\n')).toContain(`'${code}'`);
    },
  );

  test.each(rules)('[$id] is tested with the commands that it names', ({ id, says }) => {
    const files = tests.filter(({ ids }) => ids.includes(id)).map(({ file }) => file);
    for (const [, command] of says.matchAll(/`([A-Z][A-Za-z]+)`/g))
      expect(files.join('\n')).toContain(`'${command}'`);
  });
});
