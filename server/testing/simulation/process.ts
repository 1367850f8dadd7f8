import { CodeDocuments } from '../../code/documents';
import { writtenIn } from '../../room/code';
import { NOTHING_HEARD } from '../../room/core/decision';
import type { Principal } from '../../runtime/principal';
import { RoomCommands } from '../../runtime/room-commands';
import type { Snapshots } from '../../runtime/snapshots';
import { type BroadcastPorts, broadcast, seat, sendPresence, show } from '../../transport/broadcast';
import { tellCode } from '../../transport/code';
import { Connections } from '../../transport/connections';
import { Encoded, Encodings } from '../../transport/encodings';
import { type MemoryTexts, memoryCode } from '../memory-code';
import { type AppendFate, type MemoryEvents, memoryContents, memoryRecord } from '../memory-record';
import type { MemoryLine } from './memory-line';

const HEAD_MS = 5_000;

interface ProcessPorts {
  events: MemoryEvents;
  texts: MemoryTexts;
  snapshots: Snapshots;
  fate(): AppendFate;
  /** Tells the other processes that the record has news. */
  announce(roomId: string, from: ServerProcess): void;
  /** The same about a text. */
  announceText(roomId: string, askId: string, from: ServerProcess): void;
}

/** One server process: the real runtime and broadcast, with connections in memory instead of sockets. It can be killed. */
export class ServerProcess {
  alive = true;
  readonly runtime: RoomCommands;
  readonly code: CodeDocuments;
  readonly #lines = new Set<MemoryLine>();
  readonly #connections = new Connections(
    () => Date.now(),
    () => true,
  );
  readonly #telling: BroadcastPorts = {
    connections: this.#connections,
    encodings: new Encodings(),
    emitText: (socket, event, json) => socket.emit(event, new Encoded(json)),
  };
  readonly #heads: ReturnType<typeof setInterval>;

  constructor(ports: ProcessPorts) {
    this.runtime = new RoomCommands({
      record: memoryRecord(
        ports.events,
        () => this.alive,
        () => ports.fate(),
      ),
      contents: memoryContents(ports.events),
      snapshots: ports.snapshots,
      now: () => Date.now(),
      project: () => [],
      awayMs: (roomId, memberId) => this.#connections.awayMs(roomId, memberId),
      heardBefore: async () => NOTHING_HEARD,
      spareInvites: () => [],
      roundKey: () => null,
      isShown: (roomId) => this.#connections.membersHere(roomId).length > 0,
      alone: false,
      unavailable: () => {},
      announce: (roomId) => ports.announce(roomId, this),
    });
    this.runtime.onChange((change) => {
      if (this.alive) broadcast(this.#telling, change, Date.now());
    });
    this.code = new CodeDocuments({
      record: memoryCode(
        ports.texts,
        () => this.alive,
        () => ports.fate(),
      ),
      state: (roomId) => this.runtime.state(roomId),
      now: () => Date.now(),
      announce: (roomId, askId) => ports.announceText(roomId, askId, this),
      unavailable: () => {},
    });
    this.code.onChange((change) => {
      if (this.alive) tellCode(this.#connections, change);
    });
    this.#heads = setInterval(() => void this.#sendHeads(), HEAD_MS);
  }

  /** Everything in memory is gone and every connection is cut; only the record stays. */
  kill(): void {
    this.alive = false;
    clearInterval(this.#heads);
    for (const line of [...this.#lines]) line.cut();
  }

  accept(line: MemoryLine): void {
    const {
      roomId,
      memberId,
      session: { principal },
    } = line.data;
    const socket = line.asSocket();
    this.#lines.add(line);
    this.#connections.add(socket);
    line.serving = {
      command: ({ commandId, command }) => this.#answer(principal, roomId, commandId, command),
      code: ({ askId, update }) => this.code.take({ roomId, memberId, askId, update, from: '' }),
      codeSync: ({ askId, vector }) => this.code.missing(roomId, memberId, askId, vector),
      sync: async () => {
        const state = await this.runtime.state(roomId);
        const frame = state && seat(socket, this.#telling, state, Date.now());
        return frame && JSON.parse(frame.text);
      },
      time: () => Date.now(),
      gone: () => {
        this.#lines.delete(line);
        this.#connections.remove(socket);
      },
    };
    void this.runtime.state(roomId).then((state) => {
      if (!state || !line.connected) return;
      sendPresence(this.#telling, state);
      show(socket, this.#telling, state, Date.now());
    });
  }

  async #answer(
    principal: Principal,
    roomId: string,
    commandId: string,
    command: Parameters<RoomCommands['handle']>[0]['command'],
  ) {
    const answer = await this.runtime.handle({ roomId, principalIds: [principal.id], commandId, command });
    return answer.ok ? { ok: true as const } : answer;
  }

  async #sendHeads(): Promise<void> {
    for (const roomId of this.#connections.roomsHere()) {
      const read = await this.runtime.state(roomId);
      if (!read || !this.alive) continue;
      const state = this.#connections.newest(read);
      const askId = writtenIn(state);
      if (askId) await this.code.catchUp(roomId, askId);
      for (const memberId of this.#connections.membersHere(roomId))
        for (const socket of this.#connections.of(roomId, memberId)) {
          const { shown, sent } = socket.data;
          if (shown?.state === state) socket.emit('head', { n: sent, at: Date.now() });
          else show(socket, this.#telling, state, Date.now());
        }
    }
  }
}
