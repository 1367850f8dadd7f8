export interface Page<T> {
  /** From 1. */
  no: number;
  pages: number;
  /** The place of its first among all, from 1. */
  first: number;
  shown: T[];
}

/** One page of so many; `asked` is what an address says, and anything that is no page means the first. */
export function pageOf<T>(all: readonly T[], asked: string | string[] | undefined, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const wish = typeof asked === 'string' && /^\d{1,4}$/.test(asked) ? Number(asked) : 1;
  const no = Math.min(Math.max(wish, 1), pages);
  const from = (no - 1) * size;
  return { no, pages, first: from + 1, shown: all.slice(from, from + size) };
}
