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

/** Shares a note from its scorecard, which is also there once the room shows another round or has ended. */
export async function shareNote(
  ports: RoomsPorts,
  principal: Principal,
  { roomId, roundId }: Place,
  { askId, noteId, share }: NoteSharing,
): Promise<Outcome<NoteReaders>> {
  const state = await stateOf(ports.runtime, roomId);
  const member = state && memberByPrincipal(state, idsOf(principal));
  const found = state && findAsk(state, askId);
  const note = found?.ask.notes.find((one) => one.noteId === noteId && one.memberId === member?.memberId);
  if (!found || !note || found.round.roundId !== roundId || member?.status === 'removed')
    return reject('not-found');
  if (member?.status !== 'in') return reject('not-allowed');
  if (!(await ports.mayWrite(principal.id))) return reject('slow-down');
  const { text, atMs } = note;
  const answer = await ports.runtime.handle({
    roomId,
    principalIds: idsOf(principal),
    commandId: randomId('sn'),
    command: { type: 'WriteNote', askId, noteId, text, atMs, share },
  });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: {
      opened: found.ask.reveal?.panel.includes(note.memberId) ?? false,
      published: wasPublished(found.round),
    },
  };
}
