import { answer, asPrincipal, fromOurselves, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { storyChange } from '@/server/protocol/story';

type Params = { params: Promise<{ storyId: string }> };

/** Changes one of one's own stories. */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  const { storyId } = await params;
  const change = await ownBody(request, storyChange);
  if (!change) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().stories.change(principal, storyId, change)),
  );
}

/** Deletes it. If it is deleted already, nothing happens. */
export async function DELETE(request: Request, { params }: Params): Promise<Response> {
  const { storyId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    await doorway().stories.remove(principal, storyId);
    return answer({ ok: true, value: null });
  });
}
