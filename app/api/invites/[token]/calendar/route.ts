import { asAnybody, openedAt } from '@/app/api/answer';
import { calendarFile } from '@/app/api/calendar-file';
import { normaliseCode } from '@/app/join/invite-code';
import { doorway } from '@/server/doorway';

/** The time that an invite names, for the calendar of a person who has not joined yet. Its address is the key. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return asAnybody(request, async ({ principal }) =>
    calendarFile(
      await doorway().rooms.inviteCalendar(principal, normaliseCode(token) ?? token, openedAt(request)),
    ),
  );
}
