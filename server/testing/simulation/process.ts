import { NOTHING_HEARD } from '../../room/core/decision';
import { channelOf, type RoomState } from '../../room/core/state';
import { fullFrame } from '../../room/views';
import type { Principal } from '../../runtime/principal';
import { RoomCommands } from '../../runtime/room-commands';
import { broadcast, sendPresence, show } from '../../transport/broadcast';
import { Connections } from '../../transport/connections';
import { type AppendFate, type MemoryEvents, memoryContents, memoryRecord } from '../memory-record';
import { type MemoryLine, memoryServer } from './memory-line';

const HEAD_MS = 5_000;

interface ProcessPorts {
  events: MemoryEvents;
  fate(): AppendFate;
  /** Tells the other processes that the record has news. */
  announce(roomId: string, from: ServerProcess): void;
}

/** One server process: the real runtime and the real broadcast, with lines instead of sockets. It can be killed. */
export class ServerProcess {
  alive = true;
  readonly runtime: RoomCommands;
  readonly #lines = new Set<MemoryLine>();
  readonly #connections = new Connections(() => Date.now());
  readonly #io = memoryServer(this.#lines);
  readonly #heads: ReturnType<typeof setInterval>;

  constructor(ports: ProcessPorts) {
    this.runtime = new RoomCommands({
      record: memoryRecord(
        ports.events,
        () => this.alive,
        () => ports.fate(),
      ),
      contents: memoryContents(ports.events),
      now: () => Date.now(),
      project: () => [],
      hostAwayMs: (state) => this.#hostAwayMs(state),
      heardBefore: async () => NOTHING_HEARD,
      isShown: (roomId) => this.#connections.membersHere(roomId).length > 0,
      alone: false,
      unavailable: () => {},
      announce: (roomId) => ports.announce(roomId, this),
    });
    this.runtime.onChange((change) => {
      if (this.alive) broadcast(this.#io, this.#connections, change, Date.now());
    });
    this.#heads = setInterval(() => void this.#sendHeads(), HEAD_MS);
  }

  /** Everything in memory is gone, and every line cut; what the record holds is all that stays. */
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
      heldBank,
    } = line.data;
    const socket = line.asSocket();
    this.#lines.add(line);
    this.#connections.add(socket);
    line.serving = {
      command: ({ commandId, command }) => this.#answer(principal, roomId, commandId, command),
      sync: async () => {
        const state = await this.runtime.state(roomId);
        return state && fullFrame(state, memberId, Date.now());
      },
      time: () => Date.now(),
      gone: () => {
        this.#lines.delete(line);
        this.#connections.remove(socket);
      },
    };
    void this.runtime.state(roomId).then((state) => {
      if (!state || !line.connected) return;
      sendPresence(this.#io, this.#connections, state);
      show(socket, this.#connections, state, Date.now(), heldBank);
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

  #hostAwayMs(state: RoomState): number | null {
    const since = this.#connections.awaySince(state.roomId, state.hostId);
    return since === null ? null : Date.now() - since;
  }

  async #sendHeads(): Promise<void> {
    for (const roomId of this.#connections.roomsHere()) {
      const state = await this.runtime.state(roomId);
      for (const memberId of this.#connections.membersHere(roomId)) {
        const channel = state && channelOf(state, memberId);
        if (!state || !channel || !this.alive) continue;
        const seq = state.heads.shared[channel];
        const head = { seq, mineSeq: state.heads.mine[memberId] ?? 0, at: Date.now() };
        for (const socket of this.#connections.of(roomId, memberId)) socket.emit('head', head);
      }
    }
  }
}
