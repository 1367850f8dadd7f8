import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../protocol/wire';
import type { Audience } from '../protocol/words';
import type { Channel, RoomState } from '../room/core/state';
import type { MembersHere } from '../runtime/bus';
import type { Session } from '../runtime/principal';
import type { Encoded } from './encodings';

/** The view that a connection was last sent, and its audience. */
export interface Shown {
  state: RoomState;
  channel: Channel;
  audience: Audience;
}

/** The result of the handshake. Roles and permissions are never kept here; the room knows them. */
export interface SocketData {
  roomId: string;
  memberId: string;
  session: Session;
  /** Null before the greeting, and once the person may no longer see anything. */
  shown: Shown | null;
  /** The number of counted frames (`full`, `patch`) it was sent. */
  sent: number;
  /** The number in its last `head`. */
  told: number;
}
/** A frame, or the text of one. */
type Sent = {
  [E in keyof ServerToClient]: (frame: Parameters<ServerToClient[E]>[0] | Encoded) => void;
};
type NoEvents = Record<string, never>;
export type RoomServer = Server<ClientToServer, Sent, NoEvents, SocketData>;
export type RoomSocket = Socket<ClientToServer, Sent, NoEvents, SocketData>;

/** Maximum connections of one person to one room, which limits the cost of one change for them. */
export const CONNECTIONS_EACH = 8;
/** After this much silence (ms) from another process, its connections are forgotten. */
const REMOTE_MS = 15_000;
/** The simulated people of this process, as if they were connected to another. */
const PLAYED = 'simulated people';
/** The number of rooms for which times away are kept; for older rooms people are just away. */
const ROOMS_REMEMBERED = 2_000;

/** The sockets of this process by room and member, and since when (ms) each known member has had none. */
export class Connections {
  readonly #rooms = new Map<string, Map<string, Set<RoomSocket>>>();
  readonly #awaySince = new Map<string, Map<string, number>>();
  readonly #remote = new Map<string, Map<string, { memberIds: Set<string>; until: number }>>();
  readonly #now: () => number;
  readonly #hears: () => boolean;
  /** Until when (ms) it was unknown who is connected to other processes. Nobody counts as away since before that. */
  #unknownUntil: number;

  /** By room and channel: the last message about who is connected. */
  readonly #said = new Map<string, Map<string, string>>();
  /** By room: its state after the last change with somebody connected. */
  readonly #newest = new Map<string, RoomState>();

  /** `hears`: whether messages of the other processes, which know who is connected to them, arrive. */
  constructor(now: () => number, hears: () => boolean) {
    this.#now = now;
    this.#hears = hears;
    this.#unknownUntil = now();
  }

  /** If a person now has one connection too many in this room, returns the oldest, which the caller must end. */
  add(socket: RoomSocket): RoomSocket | null {
    const { roomId, memberId } = socket.data;
    const room = this.#rooms.get(roomId) ?? new Map<string, Set<RoomSocket>>();
    this.#rooms.set(roomId, room);
    const theirs = (room.get(memberId) ?? new Set<RoomSocket>()).add(socket);
    room.set(memberId, theirs);
    this.#awaySince.get(roomId)?.delete(memberId);
    const [oldest = null] = theirs;
    return theirs.size > CONNECTIONS_EACH ? oldest : null;
  }

  remove(socket: RoomSocket): void {
    const { roomId, memberId } = socket.data;
    const sockets = this.#rooms.get(roomId)?.get(memberId);
    if (!sockets?.delete(socket) || sockets.size > 0) return;
    this.#rooms.get(roomId)?.delete(memberId);
    if (this.#rooms.get(roomId)?.size === 0) {
      this.#rooms.delete(roomId);
      this.#said.delete(roomId);
      this.#newest.delete(roomId);
    }
    this.#left(roomId, memberId);
  }

  /** Whether this differs from the last message to a channel of a room. It becomes the last message. */
  isNews(roomId: string, channel: string, text: string): boolean {
    const said = this.#said.get(roomId) ?? new Map<string, string>();
    if (said.get(channel) === text) return false;
    if (this.#rooms.has(roomId)) this.#said.set(roomId, said.set(channel, text));
    return true;
  }

  /** A room moved on. */
  moved(state: RoomState): void {
    if (this.#rooms.has(state.roomId)) this.#newest.set(state.roomId, state);
  }

  /** A room's current state, if it is newer than the one that was read. */
  newest(read: RoomState): RoomState {
    return this.#newest.get(read.roomId) ?? read;
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

  roomsHere(): string[] {
    return [...this.#rooms.keys()];
  }

  /** Another process's connections in a room, which it sends at every change and every few seconds. Whether they changed. */
  setRemote(process: string, roomId: string, memberIds: readonly string[]): boolean {
    const here = new Set(memberIds);
    const ofRoom = this.#remote.get(roomId) ?? new Map<string, { memberIds: Set<string>; until: number }>();
    const before = ofRoom.get(process)?.memberIds ?? new Set();
    const gone = [...before].filter((memberId) => !here.has(memberId));
    for (const memberId of gone) this.#left(roomId, memberId);
    if (here.size > 0) ofRoom.set(process, { memberIds: here, until: this.#now() + REMOTE_MS });
    else ofRoom.delete(process);
    if (ofRoom.size > 0) this.#remote.set(roomId, ofRoom);
    else this.#remote.delete(roomId);
    return gone.length > 0 || before.size !== here.size;
  }

  /** Forgets the connections of processes that fell silent: those people are away now. */
  forgetSilent(): void {
    if (!this.#isKnown()) return;
    for (const [roomId, ofRoom] of this.#remote) {
      for (const [process, { until }] of ofRoom) {
        if (until > this.#now()) continue;
        this.setRemote(process, roomId, []);
      }
    }
  }

  #left(roomId: string, memberId: string): void {
    const away = this.#awaySince.get(roomId) ?? new Map<string, number>();
    this.#awaySince.delete(roomId);
    this.#awaySince.set(roomId, away.set(memberId, this.#now()));
    const [oldest] = this.#awaySince.keys();
    if (this.#awaySince.size > ROOMS_REMEMBERED && oldest !== undefined) this.#awaySince.delete(oldest);
  }

  /** Shows simulated people of this process as connected. Whether they are others than before. */
  play(roomId: string, memberIds: readonly string[]): boolean {
    return this.setRemote(PLAYED, roomId, memberIds);
  }

  /** Whether another process plays one of these simulated people. */
  isPlayedElsewhere(roomId: string, memberIds: readonly string[]): boolean {
    return [...(this.#remote.get(roomId) ?? [])].some(
      ([process, here]) =>
        process !== PLAYED && here.until > this.#now() && memberIds.some((id) => here.memberIds.has(id)),
    );
  }

  /** Who is connected to this process, or played by it: what it tells the others. */
  toTell(roomId: string): MembersHere {
    return [roomId, [...this.membersHere(roomId), ...this.#played(roomId)]];
  }

  /** The rooms of which there is something to tell. */
  roomsToTell(): string[] {
    const played = [...this.#remote].flatMap(([roomId, ofRoom]) => (ofRoom.has(PLAYED) ? [roomId] : []));
    return [...new Set([...this.roomsHere(), ...played])];
  }

  #played(roomId: string): string[] {
    return [...(this.#remote.get(roomId)?.get(PLAYED)?.memberIds ?? [])];
  }

  #isRemote(roomId: string, memberId: string): boolean {
    return [...(this.#remote.get(roomId)?.values() ?? [])].some(({ memberIds }) => memberIds.has(memberId));
  }

  /**
   * Null while connected. A person who is not connected here may be connected to a process that is not heard right now. A
   * person whom this process has never seen counts as away since it started.
   */
  awaySince(roomId: string, memberId: string): number | 'unknown' | null {
    if (this.of(roomId, memberId).size > 0) return null;
    if (!this.#isKnown()) return 'unknown';
    if (this.#isRemote(roomId, memberId)) return null;
    return Math.max(this.#unknownUntil, this.#awaySince.get(roomId)?.get(memberId) ?? 0);
  }

  /** For how long (ms) a member has been away; null while connected. */
  awayMs(roomId: string, memberId: string): number | 'unknown' | null {
    const since = this.awaySince(roomId, memberId);
    return typeof since === 'number' ? this.#now() - since : since;
  }

  #isKnown(): boolean {
    const hears = this.#hears();
    if (!hears) this.#unknownUntil = this.#now();
    return hears;
  }
}
