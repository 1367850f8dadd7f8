import { expect, test } from 'vitest';
import { pageByPage } from './page-by-page';

async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

test('a list gives the entries of every page in order', async () => {
  const pages = new Map([
    [null, { entries: [1, 2], next: 'b' }],
    ['b', { entries: [3], next: null }],
  ]);
  const read = async (cursor: string | null) => pages.get(cursor) ?? { entries: [], next: null };
  expect(await all(pageByPage(read))).toEqual([1, 2, 3]);
});

test('a list ends with an error where a page leads to itself', async () => {
  const stuck = pageByPage(async () => ({ entries: [1], next: 'same' }));
  await expect(all(stuck)).rejects.toThrow('leads to its own page');
});
