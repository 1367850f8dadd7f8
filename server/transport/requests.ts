import type { Log } from '../log';
import { type CommandType, commandBody } from '../protocol/commands';
import type { RejectionCode } from '../protocol/rejections';
import type { Ack } from '../protocol/wire';
import { LaterEvent } from '../room/core/upcast';
import { RecordUnavailable } from '../runtime/ports';
import { idsOf } from '../runtime/principal';
import { newReference } from '../runtime/reference';
import { reject, rejectWith } from '../runtime/rejection';
import type { RoomCommands } from '../runtime/room-commands';
import { type Answer, answerOf } from './answer';
import { type BroadcastPorts, seat } from './broadcast';
import type { RoomSocket } from './connections';
import { ANSWER_MS, inTime } from './in-time';
import type { Limit } from './limit';
import type { RequestKind } from './request-limits';
import type { Stall } from './stall';
import type { UnderWay } from './under-way';
import { lengthOfWords, type WordsLimit } from './words-limit';

export interface RequestPorts extends BroadcastPorts {
  runtime: RoomCommands;
  limits: Record<RequestKind, Limit>;
  underWay: UnderWay;
  /** Null where no other process answers. */
  stall: Stall | null;
  /** Keyed by person and room. */
  words: WordsLimit;
  meters: { turnedAway(code: RejectionCode): void; resynced(): void };
  now(): number;
  log: Log;
}

/** After these members see another part of the room, and are sent the whole view. */
const MEMBERSHIP: ReadonlySet<CommandType> = new Set<CommandType>([
  'OpenLobby',
  // A new time can close the lobby, or open it.
  'ChangeSettings',
  'AdmitMember',
  'AdmitEveryone',
  'LetBackIn',
  'GiveSeat',
  'DeclineMember',
  'ChangeRole',
  'RemoveMember',
  'HandOverHost',
  'TakeOverHost',
  'ReclaimHost',
  'LeaveRoom',
  'StartRound',
  'DiscardRound',
  'EndRoom',
  'ReopenRoom',
]);

/**
 * Answers a connection's requests, with any arguments before the acknowledgement. A person who asks for more than anybody
 * needs is rejected before anything is done.
 */
export function answerRequests(socket: RoomSocket, ports: RequestPorts): void {
  const { limits, underWay, stall, meters, now, log } = ports;
  const { roomId, session } = socket.data;
  const { id } = session.principal;
  socket.on('time', (...args: unknown[]) => {
    const answer = answerOf(args);
    if (answer) void limits.time(id).then((may) => answer(may ? now() : null));
  });
  socket.on('sync', (...args: unknown[]) => {
    const answer = answerOf(args);
    if (!answer) return;
    meters.resynced();
    sync(socket, ports, answer).catch((error: unknown) => {
      log.warn({ err: error, roomId }, 'a room could not be read');
      answer(null);
    });
  });
  socket.on('command', (...args: unknown[]) => {
    const answer = answerOf(args);
    if (!answer) return;
    // The sender keeps it, and sends it to the next process that they connect to.
    if (underWay.isClosing || stall?.hasJustWoken()) return answer(reject('unavailable'));
    const stoodStill = stall?.since();
    let isLate = false;
    const mayBeAnswered = () => stoodStill !== undefined && (isLate || stoodStill());
    const taken = underWay.run(() => take(socket, ports, args[0], mayBeAnswered));
    const about = () => ({ roomId, commandId: commandIdOf(args[0]) });
    const late = () => {
      isLate = true;
      const reference = newReference();
      log.warn({ ...about(), reference }, 'a command was not answered in time');
      return rejectWith('unavailable', reference);
    };
    inTime<Ack>(taken, ANSWER_MS, late).then(answer, (error: unknown) => {
      const reference = newReference();
      log.error({ err: error, ...about(), reference }, 'a command failed');
      answer(rejectWith(isForNow(error) ? 'unavailable' : 'failed', reference));
    });
  });
}

/** Whether the same command can succeed later, or on another process. */
function isForNow(error: unknown): boolean {
  return error instanceof RecordUnavailable || error instanceof LaterEvent;
}

/** By which its sender knows it; null for anything that is no command. */
function commandIdOf(body: unknown): string | null {
  const parsed = commandBody.safeParse(body);
  return parsed.success ? parsed.data.commandId : null;
}

async function sync(socket: RoomSocket, ports: RequestPorts, answer: Answer): Promise<void> {
  const { roomId, session } = socket.data;
  const state = (await ports.limits.sync(session.principal.id)) ? await ports.runtime.state(roomId) : null;
  // In one turn with the answer, so that no change is sent in between. A connection that could not be greeted, because the
  // record could not be read, gets all changes from now on.
  answer(state && seat(socket, ports, state, ports.now()));
}

async function take(
  socket: RoomSocket,
  { limits, words, meters, runtime }: RequestPorts,
  body: unknown,
  mayBeAnswered: () => boolean,
): Promise<Ack> {
  const {
    roomId,
    session: { principal },
  } = socket.data;
  const turnAway = (code: RejectionCode): Ack => {
    meters.turnedAway(code);
    return reject(code);
  };
  if (!(await limits.command(principal.id))) return turnAway('slow-down');
  const parsed = commandBody.safeParse(body);
  if (!parsed.success) return turnAway('bad-command');
  const { commandId, command } = parsed.data;
  if (MEMBERSHIP.has(command.type) && !(await limits.membership(principal.id))) return turnAway('slow-down');
  if (!(await words({ roomId, principalId: principal.id }, lengthOfWords(command))))
    return turnAway('too-many-words');
  const principalIds = idsOf(principal);
  const reply = await runtime.handle({ roomId, principalIds, commandId, command, mayBeAnswered });
  return reply.ok ? { ok: true } : reply;
}
