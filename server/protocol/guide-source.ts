import { z } from 'zod';

/** Bytes of a file or of a clipboard that is taken: a document may hold pictures, which are not read. */
export const FILE_BYTES = 8 * 1_048_576;

/** What a column of a table of questions may hold. */
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

/** How a person has a table read. */
const tableWish = z.strictObject({
  /** What each column holds, from the left; null: anything else, which is kept as a note of its question. */
  columns: z.array(z.enum(COLUMNS).nullable()).max(200),
  /** The first row names the columns. */
  headed: z.boolean(),
});
export type TableWish = z.infer<typeof tableWish>;

/** As an address says it; null when that is no such wish. */
export function tableWishIn(text: string): TableWish | null {
  try {
    return tableWish.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What was pasted, as our own pages send it. */
export const pastedSource = z.strictObject({
  /** The clipboard's HTML; null where it has none. */
  html: z.string().nullable(),
  text: z.string(),
  wish: tableWish.optional(),
});

/** A table as it was found, to be changed and read again. */
export interface SourceTable extends TableWish {
  /** The first rows, with that of the heads. */
  rows: string[][];
}

/** What somebody has, as the Markdown that is kept. `notes`: what was done to it, a sentence each. */
export type Conversion =
  | { ok: true; markdown: string; notes: string[]; table: SourceTable | null }
  | {
      ok: false;
      message: string;
      /** In which no column was found that asks. */
      table: SourceTable | null;
    };
