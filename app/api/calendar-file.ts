import { answer } from '@/app/api/answer';
import type { Outcome } from '@/server/runtime/rooms';

/** Its name says nothing about the room. Nobody keeps a copy on the way. */
export function calendarFile(outcome: Outcome<string>): Response {
  if (!outcome.ok) return answer(outcome);
  return new Response(outcome.value, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="hotseat.ics"',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
