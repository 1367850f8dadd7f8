import type { NoteReaders } from '../protocol/http-answers';
import type { Place } from '../protocol/places';
import type { NoteSharing } from '../protocol/requests';
import { findAsk, memberByPrincipal } from '../room/core/state';
import { wasPublished } from '../room/publishing';
import type { RoomsPorts } from './create-rooms';
import { idsOf, type Principal } from './principal';
import { randomId } from './random-id';
import { reject } from './rejection';
import { stateOf } from './room-state';
import type { Outcome } from './rooms';

/** Shares a note from its scorecard, which is also there once its author has left, and the room has ended. */
export async function shareNote(
  ports: RoomsPorts,
  principal: Principal,
  { roomId, roundId }: Place,
  { askId, noteId, share }: NoteSharing,
): Promise<Outcome<NoteReaders>> {
  const state = await stateOf(ports.runtime, roomId);
  const found = state && findAsk(state, askId);
  const member = state && memberByPrincipal(state, idsOf(principal));
  const isMine = found?.ask.notes.some((one) => one.noteId === noteId && one.memberId === member?.memberId);
  if (!found || !isMine) return reject('not-found');
  if (!(await ports.mayWrite(principal.id))) return reject('slow-down');
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('sn'),
    command: { type: 'ShareNote', roundId, askId, noteId, share },
  });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: { opened: found.ask.reveal !== null, published: wasPublished(found.round) },
  };
}
