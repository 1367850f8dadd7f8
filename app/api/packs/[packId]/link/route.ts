import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

type Context = { params: Promise<{ packId: string }> };

/** The link by which a teammate gets a copy; null when it is turned off. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { packId } = await params;
  return asPrincipal(request, async (principal) =>
    answer({ ok: true, value: await doorway().packs.link(principal, packId) }),
  );
}

/** Makes a link, which replaces the previous one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { packId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().packs.makeLink(principal, packId)));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { packId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().packs.turnLinkOff(principal, packId)),
  );
}
