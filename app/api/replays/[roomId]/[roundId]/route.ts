import { asAnybody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** A round as this person saw it, moment by moment. Everybody who may not see it gets the same answer. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { roomId, roundId } = await params;
  return asAnybody(request, async ({ principal }) => {
    const replay = principal && (await doorway().review.replay(principal, roomId, roundId));
    if (!replay) return reject('not-found');
    if (replay === 'often') return reject('slow-down');
    return Response.json({ ok: true, value: replay }, { headers: { 'cache-control': 'no-store' } });
  });
}
