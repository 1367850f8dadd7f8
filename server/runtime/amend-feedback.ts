import type { FeedbackReaders } from '../protocol/http-answers';
import type { Place } from '../protocol/places';
import type { FeedbackWish } from '../protocol/requests';
import { memberByPrincipal } from '../room/core/state';
import { mayAmendFeedback } from '../room/feedback';
import { wasPublished } from '../room/publishing';
import type { RoomsPorts } from './create-rooms';
import { idsOf, type Principal } from './principal';
import { randomId } from './random-id';
import { reject } from './rejection';
import { stateOf } from './room-state';
import type { Outcome } from './rooms';

/** Changes a rater's own feedback from its scorecard, which is also there once they have left, and the room has ended. */
export async function amendFeedback(
  ports: RoomsPorts,
  principal: Principal,
  { roomId, roundId }: Place,
  { keepDoing, workOn, base }: FeedbackWish,
): Promise<Outcome<FeedbackReaders>> {
  const state = await stateOf(ports.runtime, roomId);
  const member = state && memberByPrincipal(state, idsOf(principal));
  const round = state?.rounds.find((known) => known.roundId === roundId);
  if (!state || !member || !round || !mayAmendFeedback(state, round, member.memberId))
    return reject('not-found');
  if (!(await ports.mayWrite(principal.id))) return reject('slow-down');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('fb'),
    command: { type: 'AmendFeedback', roundId, keepDoing: keepDoing.trim(), workOn: workOn.trim(), base },
  });
  if (!answer.ok) return answer;
  return { ok: true, value: { sent: member.memberId in round.feedback && wasPublished(round) } };
}
