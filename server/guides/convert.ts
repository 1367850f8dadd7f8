import { type Conversion, FILE_BYTES, type SourceTable, type TableWish } from '../protocol/guide-source';
import { decodeText } from './decode';
import { htmlToMarkdown } from './html';
import { titleOfFile } from './naming';
import { recordsToTable } from './records';
import { isTabular, tableToMarkdown } from './table-file';
import { translated as toMarkdown } from './translate';

export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** How to read a table, if the person said so. */
  wish?: TableWish;
}

/** What a clipboard holds. */
export interface PastedSource {
  html: string | null;
  text: string;
  wish?: TableWish;
}

/** A file as Markdown: `.docx`, `.html`, `.csv`, `.tsv`, or text. If the name does not show the kind, the bytes do. */
export async function convertFile({ name, bytes, wish }: SourceFile): Promise<Conversion> {
  if (bytes.length > FILE_BYTES)
    return failed(`${name} is larger than ${FILE_BYTES / 1_048_576} MB. Split it into several guides.`);
  const kind = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  try {
    if (kind === 'docx' || isZip(bytes)) return await convertDocx(name, bytes);
    const decoded = decodeText(bytes);
    if (!decoded)
      return failed(
        `${name} is not text. Save your guide as Markdown, Word (.docx), HTML, CSV or plain text.`,
      );
    if (decoded.text.trim() === '') return failed(`${name} is empty. Choose the file with your guide.`);
    const notes = decoded.note ? [decoded.note] : [];
    if (kind === 'csv' || kind === 'tsv') return convertTable(name, decoded.text, notes, wish);
    const records = recordsIn(decoded.text, kind);
    if (records) return convertTable(name, records, [...notes, RECORDS], wish);
    const translated = toMarkdown(decoded.text, kind);
    if (translated) return { ok: true, ...translated, notes: [...notes, ...translated.notes], table: null };
    return { ...convertText(decoded.text, kind), notes };
  } catch (error) {
    // A document that is broken, or nested beyond what its reader takes.
    return failed(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The pasted text, or the clipboard's HTML where that says more. */
export function convertPaste({ html, text, wish }: PastedSource): Conversion {
  const hasShape =
    html !== null &&
    /<(?:h[1-6]|li|table|b|strong|summary)\b|mso-list|font-weight:\s*(?:bold|[6-9]00)/i.test(html);
  const isMarkdown = /^(?:#{1,6} |\*\*|[-*] |```)/m.test(text);
  const records = recordsIn(text, '');
  if (records) return convertTable('The pasted text', records, [RECORDS], wish);
  if (isTabular(text)) {
    const table = convertTable('The pasted table', text, [], wish);
    if (table.ok || wish || /<table\b/i.test(html ?? '')) return table;
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
      // The text is used instead.
    }
  }
  const wiki = toMarkdown(text, '');
  if (wiki) return { ok: true, ...wiki, table: null };
  return { ok: true, markdown: text, notes: [], table: null };
}

const RECORDS = 'Only its questions were kept, each with its parts.';

/** Records: by the file's name, or because the text is JSON, whatever its name. */
function recordsIn(text: string, kind: string): string | null {
  if (kind === 'yaml' || kind === 'yml') return recordsToTable(text, 'yaml');
  return kind === 'json' || /^\s*[[{]/.test(text) ? recordsToTable(text, 'json') : null;
}

function convertText(text: string, kind: string): Extract<Conversion, { ok: true }> {
  const isHtml = kind === 'html' || kind === 'htm' || /^\s*(?:<!doctype html|<html[\s>])/i.test(text);
  return { ok: true, markdown: isHtml ? htmlToMarkdown(text) : text, notes: [], table: null };
}

async function convertDocx(name: string, buffer: Uint8Array): Promise<Conversion> {
  // It is as large as the rest of the worker, so the worker starts without it.
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(buffer) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const markdown = htmlToMarkdown(value);
  // In Word, sections are headings of the first level, and the file's name is the title.
  const title = (markdown.match(/^# /gm)?.length ?? 0) > 1 ? titleOfFile(name) : null;
  return {
    ok: true,
    markdown: title === null ? markdown : withTitle(markdown, title),
    notes: ['The Word document was turned into Markdown.', ...(title === null ? [] : [NAMED])],
    table: null,
  };
}

/** Tells the person that the title is the file's name. */
export const NAMED = 'Its title is the name of the file.';

function convertTable(name: string, text: string, before: string[], wish?: TableWish): Conversion {
  const { markdown, notes, table } = tableToMarkdown(text, wish);
  return markdown === null
    ? failed(`${name} has no column of questions. Say which one it is.`, table)
    : { ok: true, markdown, notes: [...before, ...notes], table };
}

function failed(message: string, table: SourceTable | null = null): Conversion {
  return { ok: false, message, table };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The Markdown with this title above it, below its front matter. */
export function withTitle(markdown: string, title: string): string {
  const front = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(markdown)?.[0] ?? '';
  return `${front}# ${title}\n\n${markdown.slice(front.length).replace(/^\uFEFF/, '')}`;
}
