import { calendarFile } from '@/app/api/calendar-file';
import { normaliseCode } from '@/app/join/invite-code';
import { doorway } from '@/server/doorway';

/** The time that an invite names, for the calendar of a person who has not joined yet. Its address is the key. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { rooms, identity } = doorway();
  const principal = await identity.principal(request.headers.get('cookie'));
  return calendarFile(await rooms.inviteCalendar(principal, normaliseCode(token) ?? token));
}
