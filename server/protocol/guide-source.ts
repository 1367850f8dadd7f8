import { z } from 'zod';

/** Maximum bytes of a file or a clipboard. It leaves space for a document's pictures, which are not read. */
export const FILE_BYTES = 8 * 1_048_576;

/** The possible contents of a column in a table of questions. */
export const COLUMNS = [
  'question',
  'code',
  'options',
  'points',
  'answer',
  'weakAnswers',
  'followUps',
  'competency',
  'level',
  'why',
  'tags',
  'target',
  'number',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A person's choices for reading a table. */
const tableWish = z.strictObject({
  /** The contents of each column, from the left; null means anything else, which becomes a note on its question. */
  columns: z.array(z.enum(COLUMNS).nullable()).max(200),
  /** The first row names the columns. */
  headed: z.boolean(),
});
export type TableWish = z.infer<typeof tableWish>;

/** The choices in an address; null if it has none. */
export function tableWishIn(text: string): TableWish | null {
  try {
    return tableWish.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A pasted text, as our own pages send it. */
export const pastedSource = z.strictObject({
  /** The clipboard's HTML; null if it has none. */
  html: z.string().nullable(),
  text: z.string(),
  wish: tableWish.optional(),
});

/** A table as it was read, which the person can correct and have read again. */
export interface SourceTable extends TableWish {
  /** The first rows, including the header. */
  rows: string[][];
}

/** A person's guide as the Markdown that is kept. `notes`: how it was changed, one sentence each. */
export type Conversion =
  | { ok: true; markdown: string; notes: string[]; table: SourceTable | null }
  | {
      ok: false;
      message: string;
      /** True if no column with questions was found. */
      table: SourceTable | null;
    };
