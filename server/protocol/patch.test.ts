import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../testing/tries';
import { applyPatch, difference, type Operation, PatchMisfit } from './patch';

/** Usual keys, keys that a pointer must escape, and keys with a meaning in JavaScript. */
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  fc.constantFrom(
    '',
    '/',
    '~',
    '~1',
    'a/b',
    '-',
    '0',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom(null, true, 0, 1, 2, 'x', 'y'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('json')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** The same value with some parts replaced and the rest the same objects. */
function changed(value: unknown, chances: number[], other: unknown): unknown {
  const chance = chances.shift() ?? 9;
  if (chance < 2) return other;
  if (chance > 6 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((part) => changed(part, chances, other));
    return chance === 3 ? [...list, other] : chance === 4 ? list.slice(1) : list;
  }
  const entries = Object.entries(value).map(([name, part]) => [name, changed(part, chances, other)] as const);
  const kept = chance === 3 ? entries.slice(1) : entries;
  return Object.fromEntries(chance === 4 ? [...kept, ['new/~key', other]] : kept);
}

const pair = fc.oneof(
  fc.tuple(json, json),
  fc
    .record({ value: json, chances: fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }), other: json })
    .map(({ value, chances, other }) => [value, changed(value, [...chances], other)] as [unknown, unknown]),
);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a difference, applied to the value before,', () => {
  test('gives the new value for any two values, also after it went over the wire', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const operations = difference(before, after);
        expect(applyPatch(before, operations)).toEqual(after);
        expect(applyPatch(plain(before), plain(operations) as Operation[])).toEqual(plain(after));
      }),
      tries(2_000),
    );
  });

  test('is empty exactly if nothing differs', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const isSame = fc.stringify(sorted(before)) === fc.stringify(sorted(after));
        expect(difference(before, after).length === 0).toBe(isSame);
        expect(difference(before, structuredClone(before))).toEqual([]);
      }),
      tries(500),
    );
  });

  test('leaves untouched parts the same objects, and does not change the old value', () => {
    fc.assert(
      fc.property(json, json, json, (left, right, other) => {
        const before = { left, right, list: [{ left }, { right }] };
        const copy = structuredClone(before);
        const after = applyPatch(before, difference(before, { ...before, right: other, more: other }));
        expect(after.left).toBe(left);
        expect(after.list).toBe(before.list);
        expect(before).toEqual(copy);
      }),
      tries(300),
    );
  });
});

/** With its keys sorted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
  return { entries: entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

describe('steps', () => {
  test.each<[string, unknown, unknown, Operation[]]>([
    ['what was added to a list', [1], [1, 2, 3], ['/-', '/-'].map((path, at) => add(path, at + 2))],
    ['the whole list after any other change', { a: [1, 2] }, { a: [2] }, [put('/a', [2])]],
    ['a key with / and ~ in it', {}, { 'a/b~c': 1 }, [add('/a~1b~0c', 1)]],
    ['removed fields', { a: 1, b: 2 }, { b: 2 }, [{ op: 'remove', path: '/a' }]],
    ['the whole value if its kind changed', [], {}, [put('', {})]],
    ['an undefined field as a missing one', { a: undefined, b: 1 }, { b: 1, c: undefined }, []],
  ])('tell %s', (_, before, after, operations) => {
    expect(difference(before, after)).toEqual(operations);
  });

  test.each<[string, unknown, Operation]>([
    ['replaces something that does not exist', { a: 1 }, put('/b', 1)],
    ['removes something that does not exist', { a: 1 }, { op: 'remove', path: '/b' }],
    ['goes through something that does not exist', { a: 1 }, add('/b/c', 1)],
    ['goes through a value without fields', { a: 1 }, add('/a/c', 1)],
    ['replaces an inherited property', {}, put('/toString', 1)],
    ['adds behind the end of a list', [1], add('/2', 1)],
    ['is not an index of a list', [1], put('/01', 1)],
    ['removes the whole', {}, { op: 'remove', path: '' }],
  ])('a step that %s does not fit', (_, value, step) => {
    expect(() => applyPatch(value, [step])).toThrow(PatchMisfit);
  });

  test('`__proto__` is a key like any other', () => {
    const step: Operation = JSON.parse('{"op":"add","path":"/__proto__","value":{"polluted":true}}');
    const after = applyPatch({}, [step]);
    expect(Object.keys(after)).toEqual(['__proto__']);
    expect(Reflect.get(after, 'polluted')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(applyPatch(after, difference(after, {}))).toEqual({});
  });
});

function add(path: string, value: unknown): Operation {
  return { op: 'add', path, value };
}

function put(path: string, value: unknown): Operation {
  return { op: 'replace', path, value };
}
