import { type KeyValue, memoryStorage } from '../../../app/live/key-value';
import type { Link, LinkEvents } from '../../../app/live/link';
import { RoomClient } from '../../../app/live/room-client';
import type { Command } from '../../protocol/commands';
import { type Format, ROLES, type Role } from '../../protocol/words';
import { evolve } from '../../room/evolve';
import { memberOf, type RoomState } from '../../room/state';
import { upcast } from '../../room/upcast';
import { type AppendFate, MemoryEvents } from '../memory-record';
import { nextCommand } from '../people';
import { type Random, seededRandom } from '../seeded-random';
import { ROOM_ID, testInvite, testMember, testSettings } from '../stories';
import { testPack } from '../test-pack';
import { CALM, type Frame, MemoryLine, type Weather } from './memory-line';
import { ServerProcess } from './process';

const STORM: Weather = { latency: 120, drop: 0.08, duplicate: 0.03, reorder: 0.05, cut: 0.004 };
const PROCESSES = 2;
const PACK = testPack({ groups: 3, questionsPerGroup: 6, secret: 'packsecret' });

/** A command of somebody's, and what became of it as far as they know. */
export interface Sent {
  by: string;
  command: Command;
  /** Null: nobody told them. */
  accepted: boolean | null;
}

/** A frame that reached somebody, and what they were when it did. */
export interface Received {
  by: string;
  frame: Frame;
}

/** Whole rooms with people, processes and a network in memory, driven by the (fake) timers and one seed. */
export class World {
  readonly events = new MemoryEvents();
  readonly people: Person[] = [];
  readonly sent: Sent[] = [];
  readonly received: Received[] = [];
  readonly random: Random;
  weather: Weather = CALM;
  processes: ServerProcess[] = [];
  #isStormy = false;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  async open(format: Format): Promise<void> {
    this.processes = Array.from({ length: PROCESSES }, () => this.#process());
    const roles = ROLES.filter((role) => format === 'led' || role !== 'candidate');
    const settings = testSettings(format, {
      slots: format === 'peer' ? [{ groupId: null }, { groupId: null }] : [],
      autoReveal: this.random.chance(0.5),
      waitingRoom: this.random.chance(0.5),
    });
    await this.#ask('hana', {
      type: 'OpenRoom',
      roomId: ROOM_ID,
      settings,
      pack: PACK,
      host: testMember('hana', 'panelist'),
      invites: roles.map((role) => testInvite(role, { expiresAt: Number.MAX_SAFE_INTEGER })),
    });
    const guests: [string, Role][] = [
      ['pia', 'panelist'],
      ['paul', 'panelist'],
      ['olga', 'observer'],
    ];
    if (format === 'led') guests.push(['carl', 'candidate']);
    for (const [name, role] of guests) {
      const principalIds: [string] = [testMember(name, role).principalId];
      const memberId = testMember(name, role).memberId;
      await this.#ask(name, { type: 'JoinRoom', memberId, principalIds, name, tokenHash: role });
    }
    for (const name of ['hana', ...guests.map(([guest]) => guest)]) this.people.push(new Person(this, name));
  }

  /** Faults of every kind from now on; without, the network is calm and nothing crashes. */
  setStorm(isStormy: boolean): void {
    this.#isStormy = isStormy;
    this.weather = isStormy ? STORM : CALM;
  }

  /** Sometimes kills a process; another takes its place at once. */
  maybeCrash(): void {
    const { random } = this;
    if (!this.#isStormy || !random.chance(0.02)) return;
    const index = random.int(this.processes.length);
    this.processes[index]?.kill();
    this.processes[index] = this.#process();
  }

  /** The state that the record alone gives. */
  refolded(): RoomState {
    const state = this.events
      .of(ROOM_ID)
      .reduce<RoomState | null>((now, { data, at, by }) => evolve(now, upcast(data), { at, by }), null);
    if (!state) throw new Error('the room was never opened');
    return state;
  }

  #process(): ServerProcess {
    return new ServerProcess({
      events: this.events,
      fate: () => this.#fate(),
      announce: (roomId, from) => this.#announce(roomId, from),
    });
  }

  #fate(): AppendFate {
    const { random } = this;
    const lucky = !this.#isStormy || random.chance(0.97);
    const outcome = lucky ? 'fine' : random.pick(['refused', 'lost-answer'] as const);
    return { there: random.int(15), back: random.int(15), outcome };
  }

  /** A bus that forgets some messages, as while Redis is gone. */
  #announce(roomId: string, from: ServerProcess): void {
    for (const process of this.processes) {
      if (process === from || (this.#isStormy && this.random.chance(0.1))) continue;
      setTimeout(() => void process.runtime.catchUp(roomId), this.random.int(30));
    }
  }

  async #ask(
    name: string,
    command: Parameters<ServerProcess['runtime']['handle']>[0]['command'],
  ): Promise<void> {
    const [process] = this.processes;
    const principalIds = [testMember(name, 'panelist').principalId];
    const answer = await process?.runtime.handle({
      roomId: ROOM_ID,
      principalIds,
      commandId: `${name}-begins`,
      command,
    });
    if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
  }
}

/** Somebody with the browser's own client, who reloads the page now and then. */
export class Person {
  readonly memberId: string;
  client: RoomClient;
  readonly #world: World;
  readonly #name: string;
  readonly #storage: KeyValue = memoryStorage();
  #line: MemoryLine | null = null;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
    this.memberId = testMember(name, 'panelist').memberId;
    this.client = this.#load();
  }

  /** Does what they may want to do next, or reloads the page. */
  act(): void {
    const { random } = this.#world;
    if (random.chance(0.01)) this.#reload();
    const { audience, slices, mine } = this.client.getState();
    const command = audience && mine ? nextCommand({ audience, slices, mine }, random) : null;
    if (!command) return;
    const sent: Sent = { by: this.memberId, command, accepted: null };
    this.#world.sent.push(sent);
    void this.client.send(command).then((ack) => {
      sent.accepted = ack.ok;
    });
  }

  leave(): void {
    this.client.close();
  }

  #reload(): void {
    this.client.pageLeaves();
    this.client.close();
    this.client = this.#load();
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
      { roomId: ROOM_ID, memberId: this.memberId, principal },
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

  /** Whether the line is up and everything sent has been answered. */
  get isQuiet(): boolean {
    const { connection, pending } = this.client.getState();
    return this.#line?.connected === true && connection.kind === 'live' && pending.length === 0;
  }

  isIn(state: RoomState): boolean {
    return memberOf(state, this.memberId)?.status === 'in';
  }
}

function hand(events: LinkEvents, [name, data]: Frame): void {
  const listener: unknown = Reflect.get(events, name);
  if (typeof listener === 'function') listener(data);
}
