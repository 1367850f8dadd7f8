import type { Role } from '@/server/protocol/words';

/** What somebody at the door came for: `Priya is waiting to join the panel.` */
export const WAITING_TO: Record<Role, string> = {
  candidate: 'to take the hot seat',
  panelist: 'to join the panel',
  observer: 'to observe',
};

/** How many waiting people get a line of their own over a round, so that the question stays on the screen. */
const LINES = 2;

/** Those who get a line of their own, and how many more are waiting, in words. */
export function atTheDoor<T>(waiting: readonly T[]): { shown: readonly T[]; more: string | null } {
  const rest = waiting.length - LINES;
  const more = rest <= 0 ? null : rest === 1 ? '1 more is waiting.' : `${rest} more are waiting.`;
  return { shown: waiting.slice(0, LINES), more };
}

/** What a yes at the door means while a round is live; empty where nobody of them sees the panel's side. */
export function sightOf(roles: readonly Role[]): string {
  const panel = roles.filter((role) => role !== 'candidate');
  if (panel.length === 0) return '';
  const who = panel.length < roles.length ? 'the panelists and observers' : 'they';
  return `Once in, ${who} see the questions and key points of this round.`;
}
