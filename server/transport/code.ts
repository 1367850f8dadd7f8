import { type Ack, codeBody, cursorBody, vectorBody } from '../protocol/wire';
import { codeAccess } from '../room/code';
import type { CodeChange, CodeTexts } from '../runtime/code-texts';
import { newReference } from '../runtime/reference';
import { reject, rejectWith } from '../runtime/rejection';
import { answerOf } from './answer';
import type { Connections, RoomSocket } from './connections';
import type { Cursors } from './cursors';
import { ANSWER_MS, inTime } from './in-time';
import type { RequestPorts } from './requests';

export interface CodePorts extends RequestPorts {
  code: CodeTexts;
  cursors: Cursors;
}

/** Answers a connection's messages about the texts of code exercises. It asks the room for permission every time. */
export function answerCode(socket: RoomSocket, ports: CodePorts): void {
  const { code, cursors, limits, underWay, log } = ports;
  const { roomId, memberId, session } = socket.data;
  const { id } = session.principal;
  socket.on('code', (...args: unknown[]) => {
    const answer = answerOf(args);
    if (!answer) return;
    // The sender keeps it, and sends it to the next process that they connect to.
    if (underWay.isClosing) return answer(reject('unavailable'));
    const take = async () => {
      if (!(await limits.code(id))) return reject('slow-down');
      const parsed = codeBody.safeParse(args[0]);
      if (!parsed.success) return reject('bad-command');
      const { askId, update } = parsed.data;
      return code.take({ roomId, memberId, askId, update, from: socket.id });
    };
    const late = () => {
      const reference = newReference();
      log.warn({ roomId, reference }, 'an update of a text was not answered in time');
      return rejectWith('unavailable', reference);
    };
    inTime<Ack>(underWay.run(take), ANSWER_MS, late).then(answer, (error: unknown) => {
      const reference = newReference();
      log.error({ err: error, roomId, reference }, 'an update of a text failed');
      // Nothing else waits for it, and any other answer would take the words from its writer.
      answer(rejectWith('unavailable', reference));
    });
  });
  socket.on('codeSync', (...args: unknown[]) => {
    const answer = answerOf(args);
    if (!answer) return;
    const find = async () => {
      const parsed = vectorBody.safeParse(args[0]);
      if (!parsed.success || !(await limits.sync(id))) return null;
      return code.missing(roomId, memberId, parsed.data.askId, parsed.data.vector);
    };
    inTime(find(), ANSWER_MS, () => null).then(answer, (error: unknown) => {
      log.warn({ err: error, roomId }, 'a text could not be read');
      answer(null);
    });
  });
  socket.on('cursor', (...args: unknown[]) => {
    const parsed = cursorBody.safeParse(args[0]);
    if (!parsed.success) return;
    const relay = async () => {
      const state = (await limits.cursor(id)) ? await ports.runtime.state(roomId) : null;
      if (state) cursors.movedHere(state, socket, parsed.data);
    };
    relay().catch((error: unknown) => log.warn({ err: error, roomId }, 'a cursor could not be told'));
  });
}

/**
 * Sends a stored update to this process's connections that may read the text, except the sender. The room may have moved on
 * while it was being stored.
 */
export function tellCode(connections: Connections, change: CodeChange): void {
  const { roomId, askId, update, from } = change;
  const state = connections.newest(change.state);
  for (const memberId of connections.membersHere(roomId)) {
    if (codeAccess(state, memberId, askId) === 'none') continue;
    for (const socket of connections.of(roomId, memberId))
      if (socket.id !== from && socket.data.shown) socket.emit('code', { askId, update });
  }
}
