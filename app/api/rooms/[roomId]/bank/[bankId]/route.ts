import { answer, asPrincipal } from '@/app/api/answer';
import { lastingJson } from '@/app/api/lasting-json';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string; bankId: string }>;
}

/** Everything that may be pushed now. The room checks every time that this person may have it, even before a 304. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roomId, bankId } = await params;
  return asPrincipal(request, async (principal) => {
    const outcome = await doorway().rooms.bank(principal, roomId, bankId);
    if (outcome.ok) return lastingJson(request, outcome.value);
    // This person may no longer have it. That is no failure: the room moves on while a page asks.
    if (outcome.code === 'not-found')
      return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
    return answer(outcome);
  });
}
