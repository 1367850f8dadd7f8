import { z } from 'zod';
import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { displayName } from '@/server/protocol/display-name';

const wish = z.strictObject({ name: displayName });

/** `{ name }`: what the person who asks is called from now on. Answers with the name as it is shown. */
export async function POST(request: Request): Promise<Response> {
  const asked = await ownRequest(request);
  const parsed = wish.safeParse(asked?.body);
  if (!parsed.success) return refuse('bad-command');
  return asPrincipal(request, async (principal) => {
    await doorway().identity.rename(principal, parsed.data.name);
    return answer({ ok: true, value: { name: parsed.data.name } });
  });
}
