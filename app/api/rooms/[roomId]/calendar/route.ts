import { asPrincipal, openedAt } from '@/app/api/answer';
import { calendarFile } from '@/app/api/calendar-file';
import { doorway } from '@/server/doorway';

/** The time of one's next round, for one's own calendar. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    calendarFile(await doorway().rooms.calendar(principal, roomId, openedAt(request))),
  );
}
