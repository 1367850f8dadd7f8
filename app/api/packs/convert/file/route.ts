import { asReader, reject } from '@/app/api/answer';
import { bytesWithin } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';
import { FILE_BYTES, tableWishIn } from '@/server/protocol/guide-source';

/** Turns the file in the body, called `?name=`, into Markdown; `?table=` says how to read a table. */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const name = searchParams.get('name')?.slice(0, 200) || 'guide.md';
  const said = searchParams.get('table');
  const wish = said === null ? undefined : tableWishIn(said);
  if (wish === null) return reject('bad-command');
  return asReader(
    request,
    (from) => bytesWithin(from, FILE_BYTES),
    (bytes, asker) => doorway().packs.convert({ file: { name, bytes, wish } }, asker),
  );
}
