import * as Y from 'yjs';
import { codeAccess } from '../room/code';
import { audienceOf, channelOf, currentRound, type RoomState } from '../room/core/state';
import { type LiveServer, TestClient } from './live-server';
import { type Random, seededRandom } from './seeded-random';

export interface EditorsInput {
  server: LiveServer;
  roomId: string;
  /** The member whose bytes are compared. */
  viewer: string;
  /** The name in a member's cookie. */
  cookieName(memberId: string): string;
  /** Chooses what the viewer may notice: the same in both lives. */
  seed: number;
  /** Chooses everything else. */
  hiddenSeed: number;
}

/** A window's id in the document. Attempts without permission have others, since their clocks must not count. */
const HIDDEN = 100_000;

/** Everybody's editor: after each step of a life some of them write in the live exercise, or try to, and move their cursors. */
export class Editors {
  readonly #input: EditorsInput;
  readonly #clients = new Map<string, TestClient>();
  readonly #docs = new Map<string, Y.Doc>();
  /** What was done that the viewer must not notice. */
  readonly hidden: string[] = [];

  constructor(input: EditorsInput) {
    this.#input = input;
  }

  /** `own`: the viewer's connection, if they have one. */
  async act(index: number, after: RoomState, own: TestClient | null): Promise<void> {
    const { viewer, seed, hiddenSeed } = this.#input;
    const askId = currentRound(after)?.liveAskId;
    if (!askId) return;
    for (const [no, { memberId }] of after.members.entries()) {
      const access = codeAccess(after, memberId, askId);
      if (access === 'none') continue;
      const client = memberId === viewer ? own : await this.#clientOf(memberId);
      if (!client) continue;
      const isHidden = memberId !== viewer && this.#isHidden(after, memberId, access);
      const random = seededRandom((isHidden ? hiddenSeed : seed) * 10_007 + index * 101 + no);
      await this.#edits(
        client,
        askId,
        isHidden || access === 'read' ? HIDDEN + no : no + 2,
        isHidden,
        random,
      );
    }
  }

  close(): void {
    for (const { socket } of this.#clients.values()) socket.disconnect();
  }

  /** Candidates do not notice readers, the panel does not notice observers, and everybody else notices nothing. */
  #isHidden(state: RoomState, memberId: string, access: 'read' | 'write'): boolean {
    const channel = channelOf(state, this.#input.viewer);
    if (channel === 'candidate') return access === 'read';
    if (channel === 'host' || channel === 'panel') return audienceOf(state, memberId) === 'observer';
    return true;
  }

  async #edits(
    { socket }: TestClient,
    askId: string,
    clientId: number,
    isHidden: boolean,
    random: Random,
  ): Promise<void> {
    const words = random.token(6);
    if (random.chance(0.5)) {
      const ack = await socket.emitWithAck('code', { askId, update: this.#update(askId, clientId, words) });
      if (isHidden) this.hidden.push(`${words} ${ack.ok ? 'written' : ack.code}`);
    }
    if (random.chance(0.5)) {
      const at = random.chance(0.2) ? null : { anchor: words, head: words };
      socket.emit('cursor', { askId, clientId, at });
      if (isHidden) this.hidden.push(`${words} pointed at`);
    }
    // The cursor has arrived.
    await socket.emitWithAck('time');
  }

  #update(askId: string, clientId: number, words: string): Uint8Array {
    const key = `${askId}/${clientId}`;
    const doc = this.#docs.get(key) ?? new Y.Doc();
    doc.clientID = clientId;
    this.#docs.set(key, doc);
    const before = Y.encodeStateVector(doc);
    doc.getText('code').insert(0, words);
    return Y.encodeStateAsUpdate(doc, before);
  }

  async #clientOf(memberId: string): Promise<TestClient> {
    const known = this.#clients.get(memberId);
    if (known?.socket.connected) return known;
    const { server, roomId, cookieName } = this.#input;
    const client = new TestClient(server.port, cookieName(memberId), roomId);
    this.#clients.set(memberId, client);
    await client.arrives();
    return client;
  }
}
