/** Every entry of a list that loads by pages, in order. It throws where a page leads to itself. */
export async function* pageByPage<T>(
  read: (cursor: string | null) => Promise<{ entries: T[]; next: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const { entries, next } = await read(cursor);
    if (next !== null && next === cursor) throw new Error(`The cursor ${next} leads to its own page.`);
    yield* entries;
    cursor = next;
  } while (cursor !== null);
}
