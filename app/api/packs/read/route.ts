import { asReader } from '@/app/api/answer';
import { sourceOf } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

/** Reads the Markdown in the body and keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  return asReader(request, sourceOf, (source, asker) => doorway().packs.read(source, asker));
}
