import { post, sendBody } from '@/app/http';
import type { Conversion, SourceTable, TableWish } from '@/server/protocol/guide-source';
import { MOST_BYTES } from './file-bytes';

/** What somebody gave us, as a file or pasted. */
export type Given = { kind: 'file'; file: File } | { kind: 'paste'; html: string | null; text: string };

/** The guide as Markdown, and the original, so that it can be read in another way. */
export interface Guide {
  source: string;
  notes: string[];
  table: SourceTable | null;
  given: Given | null;
}

export type Taken = { ok: true; guide: Guide } | { ok: false; message: string; table: SourceTable | null };

/** Asks the server to turn it into Markdown. `wish`: how to read a table, if the person said so. */
export async function convert(given: Given, wish?: TableWish): Promise<Taken> {
  const big = tooBig(given);
  if (big) return { ok: false, message: big, table: null };
  const answer = await (given.kind === 'file'
    ? sendBody<Conversion>(fileRoute(given.file, wish), given.file, 'application/octet-stream')
    : post<Conversion>('/api/packs/convert/paste', {
        html: given.html && withoutPictures(given.html),
        text: given.text,
        wish,
      }));
  if (!answer.ok) return { ok: false, message: answer.message, table: null };
  if (!answer.value.ok) return answer.value;
  const { markdown: source, notes, table } = answer.value;
  return { ok: true, guide: { source, notes, table, given } };
}

function fileRoute({ name }: File, wish?: TableWish): string {
  const query = new URLSearchParams({ name });
  if (wish) query.set('table', JSON.stringify(wish));
  return `/api/packs/convert/file?${query}`;
}

/** Office programs put pictures into what they copy; the reader ignores them. */
function withoutPictures(html: string): string {
  return html.replace(/(["'])data:image\/[^"']*\1/g, '""');
}

function tooBig(given: Given): string | null {
  const name = given.kind === 'file' ? given.file.name : 'What you pasted';
  const bytes = given.kind === 'file' ? given.file.size : withoutPictures(given.html ?? '').length;
  if (bytes <= MOST_BYTES) return null;
  // Rounded up, so that a file just above the limit doesn't seem to be within it.
  const size = `${(Math.ceil((bytes / 1_048_576) * 10) / 10).toFixed(1)} MB`;
  return `${name} is ${size}. The limit is ${MOST_BYTES / 1_048_576} MB. Split it into several guides.`;
}
