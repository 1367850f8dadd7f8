import { z } from 'zod';

/** Bytes of a file or of a clipboard that is taken: a document may hold pictures, which are not read. */
export const FILE_BYTES = 8 * 1_048_576;

/** What a column of a table of questions may hold. */
export const COLUMNS = [
  'question',
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

/** What each column of a table holds, from the left; null: anything else, which is kept as a note of its question. */
const columnsWish = z.array(z.enum(COLUMNS).nullable()).max(200);

/** As an address says it, "question,,answer"; null when that is no such list. */
export function columnsIn(text: string): (Column | null)[] | null {
  return columnsWish.safeParse(text.split(',').map((column) => column || null)).data ?? null;
}

/** What was pasted, as our own pages send it. */
export const pastedSource = z.strictObject({
  /** The clipboard's HTML; null where it has none. */
  html: z.string().nullable(),
  text: z.string(),
  columns: columnsWish.optional(),
});

/** A table as it was found: what each column was taken for can be changed, and the table read again. */
export interface SourceTable {
  heads: string[];
  columns: (Column | null)[];
  /** The first rows, to be shown beside the heads. */
  sample: string[][];
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
