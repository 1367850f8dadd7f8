import { answer, asPrincipal, fromOurselves, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { storyText } from '@/server/protocol/story';

/** One's own stories. */
export async function GET(request: Request): Promise<Response> {
  return asPrincipal(request, async (principal) =>
    answer({ ok: true, value: await doorway().stories.list(principal) }),
  );
}

/** Adds one. */
export async function POST(request: Request): Promise<Response> {
  const text = await ownBody(request, storyText);
  if (!text) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().stories.add(principal, text)));
}

/** Deletes all of them. */
export async function DELETE(request: Request): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    await doorway().stories.removeAll(principal);
    return answer({ ok: true, value: null });
  });
}
