import { type KeyValue, memoryStorage } from '../../../app/live/key-value';
import type { Link, LinkEvents } from '../../../app/live/link';
import { RoomClient } from '../../../app/live/room-client';
import { nextCommand } from '../people';
import { ROOM_ID, testMember } from '../stories';
import { Editor } from './editor';
import { type Frame, MemoryLine } from './memory-line';
import type { Sent, World } from './world';

/** A person with the browser's own client, who sometimes reloads the page. */
export class Person {
  readonly memberId: string;
  client: RoomClient;
  editor: Editor;
  readonly #world: World;
  readonly #name: string;
  readonly #storage: KeyValue = memoryStorage();
  #line: MemoryLine | null = null;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
    this.memberId = testMember(name, 'panelist').memberId;
    this.client = this.#load();
    this.editor = new Editor(world, this.client, this.memberId);
  }

  /** Does their next step, or reloads the page. */
  act(): void {
    const { random } = this.#world;
    if (random.chance(0.01)) this.#reload();
    this.editor.act();
    const { audience, view, mine } = this.client.getState();
    const items = this.#world.items;
    const command = audience && mine ? nextCommand({ audience, view, items, mine }, random) : null;
    if (!command) return;
    const sent: Sent = { by: this.memberId, command, accepted: null };
    this.#world.sent.push(sent);
    void this.client.send(command).then((ack) => {
      sent.accepted = ack.ok;
    });
  }

  leave(): void {
    this.editor.close();
    this.client.close();
  }

  #reload(): void {
    this.client.pageLeaves();
    this.editor.close();
    this.client.close();
    this.client = this.#load();
    this.editor = new Editor(this.#world, this.client, this.memberId);
  }

  #load(): RoomClient {
    const client = new RoomClient(this.#link(), this.#storage, ROOM_ID, this.memberId);
    client.open();
    return client;
  }

  #link(): Link {
    let line: MemoryLine | null = null;
    let closed = false;
    let events: LinkEvents | null = null;
    const connect = () => {
      if (closed || !events || line?.connected) return;
      line = this.#connect(events, () => setTimeout(connect, 250 + this.#world.random.int(500)));
    };
    return {
      takesCode: true,
      open: (told) => {
        events = told;
        setTimeout(connect, this.#world.random.int(50));
      },
      close: () => {
        closed = true;
        line?.cut();
      },
      hurry: connect,
      command: async (body) => (await line?.ask((serving) => serving.command(body))) ?? null,
      code: async (body) => (await line?.ask((serving) => serving.code(body))) ?? null,
      codeSync: async (body) => (await line?.ask((serving) => serving.codeSync(body))) ?? null,
      cursor: () => {},
      sync: async () => (await line?.ask((serving) => serving.sync())) ?? null,
      time: async () => (await line?.ask((serving) => serving.time())) ?? null,
    };
  }

  #connect(events: LinkEvents, again: () => void): MemoryLine {
    const { random, processes, received } = this.#world;
    const principal = {
      id: testMember(this.#name, 'panelist').principalId,
      name: this.#name,
      kind: 'guest' as const,
      email: null,
      image: null,
      aliases: [],
    };
    const line = new MemoryLine(
      {
        roomId: ROOM_ID,
        memberId: this.memberId,
        session: { id: `ss_${principal.id}`, principal },
        shown: null,
        sent: 0,
        told: 0,
      },
      random,
      () => this.#world.weather,
    );
    const ping = setInterval(events.traffic, 1_000);
    line.listen(
      (frame) => {
        received.push({ by: this.memberId, frame });
        events.traffic();
        hand(events, frame);
      },
      () => {
        clearInterval(ping);
        events.down();
        again();
      },
    );
    this.#line = line;
    events.up();
    random.pick(processes).accept(line);
    return line;
  }

  /** Whether the connection is up and everything sent has been answered. */
  get isQuiet(): boolean {
    const { connection, pending } = this.client.getState();
    return this.#line?.connected === true && connection.kind === 'live' && pending.length === 0;
  }
}

function hand(events: LinkEvents, [name, data]: Frame): void {
  const listener: unknown = Reflect.get(events, name);
  if (typeof listener === 'function') listener(data);
}
