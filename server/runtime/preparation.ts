import type { Pack } from '../protocol/pack';
import type { Preparation } from '../protocol/preparation';
import { memberByPrincipal, memberOf, type RoomState } from '../room/core/state';
import { calledOffFor, hasStillToSit, startsAtFor } from '../room/schedule';
import { idsOf, type Principal } from './principal';
import { reject } from './rejection';
import type { Outcome } from './rooms';

/**
 * For members who have still to sit, also while they wait. Everybody else, and every other id, gets the same answer. A shipped
 * pack can be found by its tips, so a led room gives none away unless its host says so.
 */
export function preparationFor(principal: Principal, state: RoomState | null): Outcome<Preparation> {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state || !member || !hasStillToSit(state, member.memberId)) return reject('not-found');
  const { settings, pack, roomId } = state;
  const isPeer = settings.format === 'peer';
  return {
    ok: true,
    value: {
      roomId,
      title: settings.title,
      format: settings.format,
      hostName: memberOf(state, state.hostId)?.name ?? '',
      startsAt: startsAtFor(state, member.memberId),
      calledOff: calledOffFor(state, member.memberId),
      tips: isPeer || settings.sharesChecklist ? sharableTips(pack) : null,
      packId: isPeer ? pack.id : null,
    },
  };
}

/** A pack's tips without those that give a question or a key point away. */
export function sharableTips({ tips, questions, exercises }: Pack): NonNullable<Preparation['tips']> {
  const secrets = [...questions, ...exercises].flatMap(({ prompt, points }) => [
    prompt,
    ...points.map(({ text }) => text),
  ]);
  const tells = (text: string | null) =>
    text !== null && secrets.some((secret) => plain(text).includes(plain(secret)));
  return tips
    .filter(({ text, context }) => !tells(text) && !tells(context))
    .map(({ text, context }) => ({ text, context }));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
