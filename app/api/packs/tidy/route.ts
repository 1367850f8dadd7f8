import { asReader } from '@/app/api/answer';
import { sourceOf } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

/** Answers the Markdown in the body in the documented form, and keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  return asReader(request, sourceOf, (source, asker) => doorway().packs.tidy(source, asker));
}
