import type { Log } from '../log';
import { type CommandType, commandBody } from '../protocol/commands';
import type { Ack, FullFrame } from '../protocol/wire';
import { idsOf } from '../runtime/principal';
import { refuse } from '../runtime/refusal';
import type { RoomRuntime } from '../runtime/room-runtime';
import { seat } from './broadcast';
import type { RoomSocket } from './connections';
import type { Limit } from './limit';
import type { RequestKind } from './request-limits';

export interface RequestPorts {
  runtime: RoomRuntime;
  limits: Record<RequestKind, Limit>;
  now(): number;
  log: Log;
}

/** After these somebody sees another part of the room, and is sent the whole of it. */
const MEMBERSHIP: ReadonlySet<CommandType> = new Set<CommandType>([
  'AdmitMember',
  'DeclineMember',
  'ChangeRole',
  'RemoveMember',
  'HandOverHost',
  'TakeOverHost',
  'ReclaimHost',
  'LeaveRoom',
]);

/** Answers what a connection asks for. Who asks for more than anybody needs is told so before anything is done. */
export function answerRequests(socket: RoomSocket, ports: RequestPorts): void {
  const { limits, now, log } = ports;
  const { roomId, session } = socket.data;
  const { id } = session.principal;
  socket.on('time', (ack) => {
    if (typeof ack === 'function') void limits.time(id).then((may) => ack(may ? now() : null));
  });
  socket.on('sync', (ack) => {
    if (typeof ack !== 'function') return;
    whole(socket, ports).then(ack, (error: unknown) => {
      log.warn({ err: error, roomId }, 'a room could not be read');
      ack(null);
    });
  });
  socket.on('command', (body, ack) => {
    if (typeof ack !== 'function') return;
    take(socket, ports, body).then(ack, (error: unknown) => {
      log.error({ err: error, roomId }, 'a command failed');
      ack(refuse('unavailable'));
    });
  });
}

async function whole(socket: RoomSocket, { limits, runtime, now }: RequestPorts): Promise<FullFrame | null> {
  const { roomId, session } = socket.data;
  if (!(await limits.sync(session.principal.id))) return null;
  const state = await runtime.state(roomId);
  // Whoever was not greeted, since the record could not be read just then, is not seated yet.
  return state && seat(socket, state, now());
}

async function take(socket: RoomSocket, { limits, runtime }: RequestPorts, body: unknown): Promise<Ack> {
  const {
    roomId,
    session: { principal },
  } = socket.data;
  if (!(await limits.command(principal.id))) return refuse('slow-down');
  const parsed = commandBody.safeParse(body);
  if (!parsed.success) return refuse('bad-command');
  const { commandId, command } = parsed.data;
  if (MEMBERSHIP.has(command.type) && !(await limits.membership(principal.id))) return refuse('slow-down');
  const reply = await runtime.handle({ roomId, principalIds: idsOf(principal), commandId, command });
  return reply.ok ? { ok: true } : reply;
}
