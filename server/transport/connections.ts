import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../protocol/wire';
import type { Principal } from '../runtime/principal';

/** What the handshake found out. Roles and permissions are never kept here: they are asked of the room. */
export interface SocketData {
  roomId: string;
  memberId: string;
  principal: Principal;
}
type NoEvents = Record<string, never>;
export type RoomServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type RoomSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;

/** The sockets of this process by room and member, and since when (ms) each known member is away. */
export class Connections {
  readonly #rooms = new Map<string, Map<string, Set<RoomSocket>>>();
  readonly #awaySince = new Map<string, Map<string, number>>();
  readonly #now: () => number;
  readonly #startedAt: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  add(socket: RoomSocket): void {
    const { roomId, memberId } = socket.data;
    const room = this.#rooms.get(roomId) ?? new Map<string, Set<RoomSocket>>();
    this.#rooms.set(roomId, room);
    room.set(memberId, (room.get(memberId) ?? new Set()).add(socket));
    this.#awaySince.get(roomId)?.delete(memberId);
  }

  remove(socket: RoomSocket): void {
    const { roomId, memberId } = socket.data;
    const sockets = this.#rooms.get(roomId)?.get(memberId);
    if (!sockets?.delete(socket) || sockets.size > 0) return;
    this.#rooms.get(roomId)?.delete(memberId);
    if (this.#rooms.get(roomId)?.size === 0) this.#rooms.delete(roomId);
    const away = this.#awaySince.get(roomId) ?? new Map<string, number>();
    this.#awaySince.set(roomId, away.set(memberId, this.#now()));
  }

  of(roomId: string, memberId: string): ReadonlySet<RoomSocket> {
    return this.#rooms.get(roomId)?.get(memberId) ?? new Set();
  }

  membersHere(roomId: string): string[] {
    return [...(this.#rooms.get(roomId)?.keys() ?? [])];
  }

  *all(): Iterable<RoomSocket> {
    for (const room of this.#rooms.values()) for (const sockets of room.values()) yield* sockets;
  }

  /** Null while connected. Somebody never seen by this process is away since it started. */
  awaySince(roomId: string, memberId: string): number | null {
    if (this.of(roomId, memberId).size > 0) return null;
    return this.#awaySince.get(roomId)?.get(memberId) ?? this.#startedAt;
  }
}
