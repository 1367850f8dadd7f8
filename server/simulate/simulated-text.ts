import type { Socket } from 'socket.io-client';
import { SharedText } from '../../app/room/code/shared-text';
import type { ClientToServer, CodeBody, ServerToClient } from '../protocol/wire';

/** How long (ms) an answer may take before it counts as lost. */
const ANSWER_MS = 5_000;

/** One person's copy of the text of an exercise, with the code of a real window. `got` is told all that arrives on request. */
export function openText(
  socket: Socket<ServerToClient, ClientToServer>,
  askId: string,
  seated: () => Promise<unknown>,
  got: (update: Uint8Array) => void,
): SharedText {
  const lost = () => null;
  return new SharedText(
    {
      listen: (_, listener) => {
        const up = () => listener.open(true);
        const down = () => listener.open(false);
        const updated = ({ askId: of, update }: CodeBody) => {
          if (of === askId) listener.updated(new Uint8Array(update));
        };
        // Before its greeting a connection is told nothing, and a greeting may be lost with the connection.
        // If that one is lost too, another follows.
        const back = () => void seated().then(up, () => {});
        socket.on('connect', back);
        socket.on('disconnect', down);
        socket.on('code', updated);
        listener.open(socket.connected);
        return () => void socket.off('connect', back).off('disconnect', down).off('code', updated);
      },
      send: (body) => socket.timeout(ANSWER_MS).emitWithAck('code', body).catch(lost),
      sync: (_, vector) =>
        socket
          .timeout(ANSWER_MS)
          .emitWithAck('codeSync', { askId, vector })
          .then((missing) => {
            if (!missing) return null;
            const update = new Uint8Array(missing.update);
            got(update);
            return { update, vector: new Uint8Array(missing.vector) };
          }, lost),
    },
    askId,
    { changed: () => {}, lost: () => {}, moved: () => {} },
  );
}
