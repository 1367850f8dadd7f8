import { LIMITS } from '@/server/protocol/words';
import type { RoomRequest } from './setup-draft';

export type SetupField = 'packId' | 'title' | 'agenda' | 'targetSeconds' | 'callLink';
export type SetupProblems = Partial<Record<SetupField, string>>;

/** What keeps a room from opening, in words for the place beside each field; empty when nothing does. */
export function setupProblems(request: RoomRequest): SetupProblems {
  const problems: SetupProblems = {};
  if (request.title === '') problems.title = 'Give the room a title, so that people know where they are.';
  else if (request.title.length > LIMITS.title)
    problems.title = `Keep the title within ${LIMITS.title} characters.`;
  const planned = request.format === 'led' ? request.agenda.length : request.slots.length;
  if (planned === 0) problems.agenda = 'Add at least one question to the agenda.';
  else if (planned > LIMITS.agenda) problems.agenda = `An agenda holds up to ${LIMITS.agenda} questions.`;
  if (
    request.targetSeconds !== null &&
    (!Number.isInteger(request.targetSeconds) ||
      request.targetSeconds < LIMITS.targetMin ||
      request.targetSeconds > LIMITS.targetMax)
  )
    problems.targetSeconds = 'Choose between 15 seconds and 60 minutes, for example 3:00.';
  if (request.callLink !== null && !isCallLink(request.callLink))
    problems.callLink = 'That is not a web address. Paste the whole link, starting with https://.';
  return problems;
}

function isCallLink(link: string): boolean {
  if (link.length > LIMITS.link || !URL.canParse(link)) return false;
  const { protocol } = new URL(link);
  return protocol === 'https:' || protocol === 'http:';
}
