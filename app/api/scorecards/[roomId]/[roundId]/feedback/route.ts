import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { feedbackWish } from '@/server/protocol/requests';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** Changes the caller's own feedback about a round. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const wish = await ownBody(request, feedbackWish);
  if (!wish) return reject('bad-command');
  const place = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.amendFeedback(principal, place, wish)),
  );
}
