import { answer, fromOurselves, refuse } from '@/app/api/answer';
import { sourceOf } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

/** Reads the Markdown in the body and keeps nothing. Whoever could come in as a guest may look before they do. */
export async function POST(request: Request): Promise<Response> {
  const { identity, packs, addressOf } = doorway();
  if (!fromOurselves(request)) return refuse('bad-command');
  const principal = await identity.principal(request.headers.get('cookie'));
  if (!principal && !identity.guests) return refuse('not-allowed');
  const source = await sourceOf(request);
  if (source === null) return refuse('pack-too-big');
  return answer(
    await packs.read(source, { principal, address: addressOf(request.headers), signal: request.signal }),
  );
}
