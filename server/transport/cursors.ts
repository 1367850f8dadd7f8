import type { CursorBody, CursorFrame } from '../protocol/wire';
import { codeAccess, seesCursor } from '../room/code';
import type { RoomState } from '../room/core/state';
import type { Bus } from '../runtime/bus';
import type { Connections, RoomSocket } from './connections';

/** A window tells its cursor again every 15 s; one that has been silent for this long (ms) is gone. */
const SILENT_MS = 30_000;
/** Texts that one window may have a cursor in. */
const EACH = 4;
/** The same for all windows of one member that are connected to another process. */
const EACH_THERE = 32;
/** Between two messages to the other processes about one room (ms). A cursor that moves meanwhile is told once. */
const TOGETHER_MS = 50;
/** Cursors in one message to the other processes. */
const CURSORS_AT_ONCE = 50;

interface Kept {
  cursor: CursorBody;
  memberId: string;
  /** The window's connection, or the process that it is connected to. */
  from: RoomSocket | string;
  until: number;
  /** The connections here that show it. Only they are told that it went. */
  told: Set<RoomSocket>;
}

export interface CursorsPorts {
  connections: Connections;
  bus: Pick<Bus, 'alone' | 'send'>;
  now(): number;
}

/**
 * The cursors in the texts of code exercises, here and on other processes. They are in memory alone. Who sees one is asked
 * of the room when it moves and whenever the room changes, so that a cursor goes with the right to see it. Where it was
 * before anybody got that right remains unknown to them: it appears when it moves.
 */
export class Cursors {
  readonly #ports: CursorsPorts;
  readonly #rooms = new Map<string, Map<string, Kept>>();
  /** Moved since the last message to the other processes, by room and cursor. */
  readonly #moved = new Map<string, Map<string, CursorFrame>>();
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: CursorsPorts) {
    this.#ports = ports;
  }

  /** A window that is connected here moved its cursor, or left the text. */
  movedHere(read: RoomState, socket: RoomSocket, cursor: CursorBody): void {
    const { memberId } = socket.data;
    if (!socket.connected) return;
    if (!this.#take(read, socket, { ...cursor, memberId }, EACH)) return;
    this.#tellOthers(read.roomId, { ...cursor, memberId });
  }

  /** The same of windows that are connected to another process. */
  movedThere(read: RoomState, process: string, cursors: readonly CursorFrame[]): void {
    for (const cursor of cursors) this.#take(read, process, cursor, EACH_THERE);
  }

  /** A room changed: cursors go from those who may no longer see them. */
  settle(state: RoomState): void {
    for (const { cursor, memberId, told } of this.#rooms.get(state.roomId)?.values() ?? [])
      for (const socket of told)
        if (!seesCursor(state, socket.data.memberId, memberId, cursor.askId)) {
          told.delete(socket);
          socket.emit('cursor', { ...cursor, at: null, memberId });
        }
  }

  /** A connection ended: its cursors go, and it shows none. */
  left(socket: RoomSocket): void {
    const { roomId } = socket.data;
    for (const kept of this.#rooms.get(roomId)?.values() ?? []) {
      kept.told.delete(socket);
      if (kept.from !== socket) continue;
      this.#drop(roomId, kept);
      this.#tellOthers(roomId, { ...kept.cursor, at: null, memberId: kept.memberId });
    }
    if (this.#ports.connections.membersHere(roomId).length === 0) this.#rooms.delete(roomId);
  }

  /** Of these members alone another process still has connections. */
  remainThere(process: string, roomId: string, memberIds: readonly string[]): void {
    for (const kept of this.#rooms.get(roomId)?.values() ?? [])
      if (kept.from === process && !memberIds.includes(kept.memberId)) this.#drop(roomId, kept);
  }

  /** Drops those of windows and processes that fell silent. */
  forgetSilent(): void {
    const now = this.#ports.now();
    for (const [roomId, cursors] of this.#rooms)
      for (const kept of cursors.values()) if (kept.until <= now) this.#drop(roomId, kept);
  }

  close(): void {
    clearTimeout(this.#telling);
    this.#flush();
  }

  /** Whether it was taken: a window may move only cursors of its own member, in texts that this member may read. */
  #take(read: RoomState, from: Kept['from'], { memberId, ...cursor }: CursorFrame, each: number): boolean {
    const { connections, now } = this.#ports;
    const state = connections.newest(read);
    const { roomId } = state;
    const cursors = this.#rooms.get(roomId) ?? new Map<string, Kept>();
    const key = keyOf(cursor);
    const known = cursors.get(key);
    if (known && known.memberId !== memberId) return false;
    if (cursor.at === null) {
      if (known) this.#drop(roomId, known);
      return known !== undefined;
    }
    if (codeAccess(state, memberId, cursor.askId) === 'none') return false;
    const kept: Kept = { cursor, memberId, from, until: now() + SILENT_MS, told: known?.told ?? new Set() };
    // The newest last.
    cursors.delete(key);
    this.#rooms.set(roomId, cursors.set(key, kept));
    const theirs = [...cursors.values()].filter(
      (other) => other.from === from && other.memberId === memberId,
    );
    if (theirs.length > each && theirs[0]) this.#drop(roomId, theirs[0]);
    this.#tell(state, kept);
    return true;
  }

  #tell(state: RoomState, { cursor, memberId, from, told }: Kept): void {
    const { connections } = this.#ports;
    for (const other of connections.membersHere(state.roomId)) {
      if (!seesCursor(state, other, memberId, cursor.askId)) continue;
      for (const socket of connections.of(state.roomId, other)) {
        if (socket === from || !socket.data.shown) continue;
        told.add(socket);
        socket.emit('cursor', { ...cursor, memberId });
      }
    }
  }

  #drop(roomId: string, { cursor, memberId, told }: Kept): void {
    const cursors = this.#rooms.get(roomId);
    cursors?.delete(keyOf(cursor));
    if (cursors?.size === 0) this.#rooms.delete(roomId);
    for (const socket of told) socket.emit('cursor', { ...cursor, at: null, memberId });
  }

  #tellOthers(roomId: string, cursor: CursorFrame): void {
    if (this.#ports.bus.alone) return;
    const moved = this.#moved.get(roomId) ?? new Map<string, CursorFrame>();
    this.#moved.set(roomId, moved.set(`${keyOf(cursor)}/${cursor.memberId}`, cursor));
    this.#telling ??= setTimeout(() => this.#flush(), TOGETHER_MS);
  }

  #flush(): void {
    this.#telling = undefined;
    for (const [roomId, moved] of this.#moved) {
      const all = [...moved.values()];
      for (let at = 0; at < all.length; at += CURSORS_AT_ONCE) {
        const cursors = all.slice(at, at + CURSORS_AT_ONCE);
        this.#ports.bus.send({ kind: 'cursors-moved', roomId, cursors });
      }
    }
    this.#moved.clear();
  }
}

function keyOf({ askId, clientId }: CursorBody): string {
  return `${askId}/${clientId}`;
}
