import { expect, test } from 'vitest';
import { boundMemory } from './bound-memory';

test('a memory grows up to half a gigabyte and no further, however it is asked for', () => {
  const before = new WebAssembly.Memory({ initial: 1 });
  boundMemory();
  expect(before.grow(1)).toBe(1);
  expect(() => before.grow(8_191)).toThrow('no more memory');
  const after = new WebAssembly.Memory({ initial: 8_000, maximum: 16_000 });
  expect(after.grow(192)).toBe(8_000);
  expect(() => after.grow(1)).toThrow('no more memory');
});
