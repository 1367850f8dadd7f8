import { expect, test } from 'vitest';
import { joinSource, splitSource } from './source-text';

test.each([
  ['plain', '# A\n\n- b\n'],
  ['from Windows', '# A\r\n\r\n- b\r\n'],
  ['with a mark of UTF-8', '\uFEFF# A\n'],
  ['empty', ''],
  ['without a last line end', '# A'],
])('a text %s leaves the editor unchanged', (_name, source) => {
  const parts = splitSource(source);
  expect(joinSource(parts, parts.lines)).toBe(source);
});
