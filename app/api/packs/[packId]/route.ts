import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { sourceOf } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

type Context = { params: Promise<{ packId: string }> };

/** Saves the Markdown in the body as the version after `?seen=`. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { packId } = await params;
  const seen = Number(new URL(request.url).searchParams.get('seen'));
  if (!fromOurselves(request) || !Number.isInteger(seen)) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    const source = await sourceOf(request);
    return source === null
      ? reject('pack-too-big')
      : answer(await doorway().packs.save(principal, packId, seen, source));
  });
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { packId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().packs.remove(principal, packId)));
}
