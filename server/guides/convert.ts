import mammoth from 'mammoth';
import { PACK_LIMITS } from '../protocol/pack';
import type { Column } from './columns';
import { decodeText } from './decode';
import { htmlToMarkdown } from './html';
import { isTabular, type TableReading, tableToMarkdown } from './table-file';

/** What somebody has, as the Markdown that is kept. `notes`: what was done to it, a sentence each. */
export type Conversion =
  | { ok: true; markdown: string; notes: string[]; table: Omit<TableReading, 'markdown'> | null }
  | { ok: false; message: string };

export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** What each column of a table holds, where a person said so. */
  columns?: (Column | null)[];
}

/** Bytes of a file: a document may hold pictures, which are not read. */
export const FILE_BYTES = 8 * PACK_LIMITS.bytes;

/** A file as Markdown: `.docx`, `.html`, `.csv`, `.tsv`, or text. By its bytes where its name does not say. */
export async function convertFile({ name, bytes, columns }: SourceFile): Promise<Conversion> {
  if (bytes.length > FILE_BYTES)
    return {
      ok: false,
      message: `${name} is larger than ${FILE_BYTES / 1_048_576} MB. Split it into several guides.`,
    };
  const kind = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  try {
    if (kind === 'docx' || isZip(bytes)) return await convertDocx(bytes);
    const decoded = decodeText(bytes);
    if (!decoded)
      return {
        ok: false,
        message: `${name} is not text. Save your guide as Markdown, Word (.docx), HTML, CSV or plain text.`,
      };
    const notes = decoded.note ? [decoded.note] : [];
    if (kind === 'csv' || kind === 'tsv') return convertTable(name, decoded.text, notes, columns);
    return { ...convertText(decoded.text, kind), notes };
  } catch (error) {
    // A document that is broken, or nested beyond what its reader takes.
    return {
      ok: false,
      message: `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** What was pasted: the clipboard's HTML where it says more than its text. */
export function convertPaste({
  html,
  text,
  columns,
}: {
  html: string | null;
  text: string;
  columns?: (Column | null)[];
}): Conversion {
  const hasShape =
    html !== null &&
    /<(?:h[1-6]|li|table|b|strong|summary)\b|mso-list|font-weight:\s*(?:bold|[6-9]00)/i.test(html);
  const isMarkdown = /^(?:#{1,6} |\*\*|[-*] |```)/m.test(text);
  if (isTabular(text)) {
    const table = convertTable('The pasted table', text, [], columns);
    if (table.ok) return table;
  }
  if (html !== null && hasShape && !isMarkdown) {
    try {
      return {
        ok: true,
        markdown: htmlToMarkdown(html),
        notes: ['The formatting was turned into Markdown.'],
        table: null,
      };
    } catch {
      // Its text is there all the same.
    }
  }
  return { ok: true, markdown: text, notes: [], table: null };
}

function convertText(text: string, kind: string): Extract<Conversion, { ok: true }> {
  const isHtml = kind === 'html' || kind === 'htm' || /^\s*(?:<!doctype html|<html[\s>])/i.test(text);
  return { ok: true, markdown: isHtml ? htmlToMarkdown(text) : text, notes: [], table: null };
}

async function convertDocx(buffer: Uint8Array): Promise<Conversion> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(buffer) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return {
    ok: true,
    markdown: htmlToMarkdown(value),
    notes: ['The Word document was turned into Markdown.'],
    table: null,
  };
}

function convertTable(name: string, text: string, notes: string[], columns?: (Column | null)[]): Conversion {
  const read = tableToMarkdown(text, columns);
  if (!read)
    return {
      ok: false,
      message: `${name} has no column of questions. Name one "Question", or say which one it is.`,
    };
  const { markdown, ...table } = read;
  return { ok: true, markdown, notes: [...notes, 'The table was turned into Markdown.'], table };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The Markdown with a title made of the file's name, where it has none of its own. */
export function withTitle(markdown: string, title: string | null): string {
  return title === null || /^(?:---\n|# )/m.test(markdown) ? markdown : `# ${title}\n\n${markdown}`;
}
