import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { noteSharing } from '@/server/protocol/requests';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** Shares a note of the caller's own with others than before. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const wish = await ownBody(request, noteSharing);
  if (!wish) return reject('bad-command');
  const place = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.shareNote(principal, place, wish)),
  );
}
