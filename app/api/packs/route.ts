import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { sourceOf } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

/** The packs that ship, and one's own. */
export async function GET(request: Request): Promise<Response> {
  const { packs } = doorway();
  return asPrincipal(request, async (principal) =>
    answer({ ok: true, value: { shipped: packs.shipped(), mine: await packs.mine(principal) } }),
  );
}

/** Keeps the Markdown in the body; `?for=once` keeps it for one day, for one room. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const purpose = new URL(request.url).searchParams.get('for') === 'once' ? 'once' : 'keep';
  return asPrincipal(request, async (principal) => {
    const source = await sourceOf(request);
    return source === null
      ? reject('pack-too-big')
      : answer(await doorway().packs.keep(principal, source, purpose));
  });
}
