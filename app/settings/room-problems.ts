import { LIMITS } from '@/server/protocol/words';
import { isGoodTime } from '@/server/room/rules';

export type RoomField = 'title' | 'agenda' | 'targetSeconds' | 'startsAt' | 'callLink';
export type RoomProblems = Partial<Record<RoomField, string>>;

export interface RoomWish {
  title: string;
  /** The number of questions or slots on the agenda. */
  planned: number;
  targetSeconds: number | null;
  callLink: string | null;
  /** Null for no time, and for one that stays as it is. */
  startsAt: number | null;
}

/** The problems of these settings, in words for each field; empty if there are none. */
export function roomProblems(wish: RoomWish, now: number): RoomProblems {
  const { title, planned, targetSeconds, callLink, startsAt } = wish;
  const problems: RoomProblems = {};
  if (title === '') problems.title = 'Give the room a title, so that people know where they are.';
  else if (title.length > LIMITS.title) problems.title = `Keep the title within ${LIMITS.title} characters.`;
  if (planned === 0) problems.agenda = 'Add at least one question to the agenda.';
  else if (planned > LIMITS.agenda) problems.agenda = `An agenda can have up to ${LIMITS.agenda} questions.`;
  if (targetSeconds !== null && !isTarget(targetSeconds))
    problems.targetSeconds = 'Choose between 15 seconds and 60 minutes, for example 3:00.';
  if (startsAt !== null && !isGoodTime(startsAt, now))
    problems.startsAt = 'Choose a time in the next 90 days.';
  if (callLink !== null && !isCallLink(callLink))
    problems.callLink = 'That is not a web address. Paste the whole link, starting with https://.';
  return problems;
}

/** A typed call link as it is sent: with https:// if it was left out, and empty if nothing was typed. */
export function callLinkOf(typed: string): string | null {
  const link = typed.trim();
  if (link === '') return null;
  // People copy an address as their browser shows it.
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(link) ? `https://${link}` : link;
}

function isTarget(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= LIMITS.targetMin && seconds <= LIMITS.targetMax;
}

function isCallLink(link: string): boolean {
  return link.length <= LIMITS.link && /^https?:\/\//i.test(link) && URL.canParse(link);
}
