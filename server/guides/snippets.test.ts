import { expect, test } from 'vitest';
import { type Snippet, syntaxErrors } from '../testing/checks/syntax';
import { EXERCISES, QUESTIONS } from '../testing/shipped-packs';

type NamedSnippet = Snippet & { name: string };

/** All code of the shipped packs. Other tests run, and so parse, the checks in other languages. */
const snippets: NamedSnippet[] = [
  ...QUESTIONS.flatMap(({ name, item }) =>
    item.code ? [{ name, language: item.code.language, code: item.code.text }] : [],
  ),
  ...EXERCISES.flatMap(({ name, item }) => [
    { name: `${name}, before`, language: item.language, code: item.original },
    { name: `${name}, after`, language: item.language, code: item.improved ?? '' },
    ...(item.checks?.data ? [{ name: `${name}, data`, language: 'sql', code: item.checks.data }] : []),
  ]),
];

test('all code of the packs parses', async () => {
  const errors = await syntaxErrors(snippets);
  expect(snippets.length).toBeGreaterThan(80);
  expect(snippets.flatMap(({ name }, at) => (errors[at] === null ? [] : [`${name}: ${errors[at]}`]))).toEqual(
    [],
  );
});

test.each([
  ['ruby', 'def pay(', 'def pay = 1'],
  ['js', 'const pay = ;', 'const pay = 1;'],
  ['js', 'const pay: number = 1;', 'const pay = await 1;\nexport {};'],
  ['jsx', 'const pay = <b>1;', 'const pay = <b>1</b>;'],
  ['ts', 'const pay: = 1;', 'const pay: number = 1;'],
  ['tsx', 'const pay: number = <b>;', 'const pay: unknown = <b>1</b>;'],
  ['sql', 'alter tabel payslips add x text', 'alter table payslips add x text'],
  ['python', 'def pay(:\n  pass', 'def pay():\n  pass'],
  ['css', '.pay { color: red', '.pay { color: red }'],
  ['yaml', 'pay: [1, 2', 'pay: [1, 2]'],
  ['bash', 'if true; then echo pay', 'if true; then echo pay; fi'],
  ['json', '{ "pay": }', '{ "pay": 1 }'],
])('broken code is told from code that parses, in %s', async (language, broken, whole) => {
  const [first, second] = await syntaxErrors([
    { language, code: broken },
    { language, code: whole },
  ]);
  expect(first).toEqual(expect.any(String));
  expect(second).toBeNull();
});

test('a language that nothing here parses is reported', async () => {
  expect(await syntaxErrors([{ language: 'cobol', code: 'STOP RUN.' }])).toEqual(['no parser for cobol']);
});
