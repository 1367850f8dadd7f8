import { type KeyValue, memoryStorage } from '../../../app/live/key-value';
import type { Link, LinkEvents } from '../../../app/live/link';
import { RoomClient } from '../../../app/live/room-client';
import { Replica } from '../../protocol/replica';
import type { Ack, CodeBody, CodeMissing, CursorFrame, FullFrame } from '../../protocol/wire';
import { PROTOCOL_VERSION } from '../../protocol/words';
import { nextCommand } from '../people';
import { type Random, seededRandom } from '../seeded-random';
import { ROOM_ID, testMember } from '../stories';
import { Editor, type OpenText } from './editor';
import { type Frame, MemoryLine } from './memory-line';
import type { ServerProcess } from './process';
import type { World } from './world';

/** Unanswered commands after which a person waits. */
const PATIENCE = 5;

/** How often the panel stays with an exercise, and with asking, when it could go on: people need time to write. */
const LINGERS = 0.93;

/** A command of this person, and whether they were told that it took effect. */
export interface Sent {
  text: string | null;
  /** Null if nobody has told them. */
  accepted: boolean | null;
}

/** A person with the browser's own client, who sometimes reloads the page. */
export class Person {
  /** Of the window: a person may have several, each in a browser of its own. */
  readonly name: string;
  readonly memberId: string;
  readonly #seat: string;
  readonly sent: Sent[] = [];
  /** Whether, when they left, the connection was up and everything sent had been answered. */
  wasQuiet = false;
  /** The texts that were open when they left, by ask. */
  readonly left = new Map<string, OpenText>();
  client: RoomClient;
  editor: Editor;
  readonly #world: World;
  readonly #storage: KeyValue = memoryStorage();
  /** What arrived over the wire, apart from what the client makes of it. */
  readonly #replica = new Replica();
  readonly #random: Random;
  #line: MemoryLine | null = null;
  /** The newest of their stays in `history.connected`. */
  #stay: { until: number } | null = null;
  #pages = 0;
  #lines = 0;
  #isCutOff = false;

  constructor(world: World, name: string, seat = name) {
    this.#world = world;
    this.name = name;
    this.#seat = seat;
    this.memberId = testMember(seat, 'panelist').memberId;
    this.#random = seededRandom(world.plan.seed * 31 + name.charCodeAt(0) * 257 + name.charCodeAt(1));
    this.client = this.#load();
    this.editor = this.#opens();
  }

  /** Whose tasks are this person's page's. */
  get page(): string {
    return `${this.name}.${this.#pages}`;
  }

  /** Does their next step; the entropy chooses it from what they see. */
  act(entropy: number): void {
    const random = seededRandom(entropy);
    this.editor.act(random);
    const { audience, view, mine, pending } = this.client.getState();
    // Nobody goes on for long while nothing of what they do gets through.
    if (pending.length >= PATIENCE) return;
    const items = this.#world.items;
    const command = audience && mine ? nextCommand({ audience, view, items, mine }, random) : null;
    if (!command) return;
    const goesOn =
      command.type === 'StartDeliberation' || (command.type === 'PushItem' && this.editor.isLive);
    if (goesOn && random.chance(LINGERS)) return;
    this.#world.history.count('commands');
    const text = command.type === 'WriteNote' || command.type === 'SendMessage' ? command.text : null;
    const sent: Sent = { text, accepted: null };
    this.sent.push(sent);
    void this.client.send(command).then((ack) => {
      sent.accepted = ack.ok;
    });
  }

  leave(): void {
    this.wasQuiet = this.#isQuiet;
    for (const [askId, text] of this.editor.open()) this.left.set(askId, text);
    this.editor.close();
    this.client.close();
  }

  reload(): void {
    this.client.pageLeaves();
    this.#line?.vanish();
    this.#leftAt(this.#world.time.now);
    this.#world.time.kill(this.page);
    this.#pages += 1;
    this.#world.time.as(this.page, () => {
      this.client = this.#load();
      this.editor = this.#opens();
    });
  }

  cut(): void {
    this.#line?.cut();
  }

  /** Whether the network swallows everything from and to this person. */
  setSilent(isSilent: boolean): void {
    this.#isCutOff = isSilent;
    // What fell silent stays so: the address of a laptop changes.
    if (isSilent && this.#line) this.#line.isSilent = true;
    if (isSilent) this.#leftAt(this.#world.time.now);
  }

  #leftAt(at: number): void {
    if (this.#stay) this.#stay.until = Math.min(this.#stay.until, at);
  }

  /** A tab of an earlier version that is still open connects. */
  opensStaleTab(): void {
    this.#lines += 1;
    const { history } = this.#world;
    const said = (what: string) => history.problems.push(`a stale tab of ${this.name} was ${what}`);
    const process = this.#world.reach(this.#random);
    if (!process) return;
    const line = this.#lineTo(process.name, process, {
      up: () => said('let in'),
      down: () => {},
      traffic: () => {},
      rejected: (code) => {
        if (code === 'outdated') history.count('stale tabs told');
        else if (code !== 'removed' && code !== 'unavailable') said(`told ${code}`);
      },
      frame: () => said('sent something'),
    });
    this.#dials(process, line, PROTOCOL_VERSION - 1);
  }

  #load(): RoomClient {
    const client = new RoomClient(this.#link(), this.#storage, ROOM_ID, this.memberId);
    client.open();
    return client;
  }

  #opens(): Editor {
    return new Editor(this.client, this.memberId, this.#random, this.#world.history);
  }

  #link(): Link {
    const { history } = this.#world;
    let line: MemoryLine | null = null;
    let closed = false;
    let events: LinkEvents | null = null;
    const connect = () => {
      if (closed || !events || line?.isOpen) return;
      line = this.#connect(events, (ms) => setTimeout(connect, ms));
      if (!line) setTimeout(connect, 500);
    };
    const ask = async <T>(name: string, ...args: unknown[]): Promise<T | null> =>
      line?.isOpen ? ((await line.ask(name, ...args)) as T | null) : null;
    return {
      takesCode: true,
      open: (told) => {
        events = told;
        setTimeout(connect, this.#random.int(50));
      },
      close: () => {
        closed = true;
        line?.close();
      },
      hurry: connect,
      command: async (body) => {
        if (!line?.isOpen) return null;
        const answered = history.asked(this.memberId, body);
        const ack = await ask<Ack>('command', body);
        answered(ack);
        return ack;
      },
      code: async (body) => {
        if (!line?.isOpen) return null;
        const answered = history.writes(this.memberId, body);
        const ack = await ask<Ack>('code', body);
        answered(ack);
        return ack;
      },
      codeSync: async (body) => {
        const answered = history.reads(this.memberId, body.askId);
        const missing = await ask<CodeMissing>('codeSync', body);
        answered(missing !== null);
        return missing;
      },
      cursor: (body) => line?.tell('cursor', body),
      sync: async () => {
        const frame = await ask<FullFrame>('sync');
        if (frame && this.#replica.full(frame) === 'taken') this.#look();
        return frame;
      },
      time: () => ask<number>('time'),
    };
  }

  #look(): void {
    const { known } = this.#replica;
    if (known) this.#world.history.looked(this.memberId, this.name, known);
  }

  #connect(events: LinkEvents, again: (ms: number) => void): MemoryLine | null {
    const process = this.#isCutOff ? null : this.#world.reach(this.#random);
    if (!process) return null;
    this.#lines += 1;
    const { history, time } = this.#world;
    const stay = { memberId: this.memberId, from: Number.POSITIVE_INFINITY, until: 0 };
    const line: MemoryLine = this.#lineTo(process.name, process, {
      up: () => {
        stay.from = time.now;
        stay.until = Number.POSITIVE_INFINITY;
        this.#stay = stay;
        history.connected.push(stay);
        this.#replica.connected();
        events.up();
      },
      down: () => {
        stay.until = Math.min(stay.until, time.now);
        events.down();
        again(250 + this.#random.int(500));
      },
      traffic: () => events.traffic(),
      rejected: (code) => {
        if (code === 'unavailable') {
          events.down();
          again(2_000);
        } else events.rejected(code);
      },
      frame: (frame) => this.#takes(events, frame),
    });
    this.#line = line;
    this.#dials(process, line, PROTOCOL_VERSION);
    return line;
  }

  #lineTo(
    owner: string,
    process: Pick<ServerProcess, 'sends' | 'known'>,
    events: ConstructorParameters<typeof MemoryLine>[1]['events'],
  ): MemoryLine {
    const { time, weather, history } = this.#world;
    const { memberId } = this;
    return new MemoryLine(`${this.name}-${this.#lines}`, {
      time,
      random: seededRandom(this.#random.int(2 ** 31)),
      weather,
      process: owner,
      page: this.page,
      sends: (name, text) => {
        if (!process.sends(name)) return false;
        history.sent(memberId, text);
        if (name !== 'code' && name !== 'cursor') return true;
        const [, frame] = JSON.parse(text) as [string, CursorFrame | CodeBody];
        history.shows(memberId, frame.askId, 'clientId' in frame ? frame : null, process.known);
        return true;
      },
      events,
    });
  }

  #dials(process: ReturnType<World['reach']>, line: MemoryLine, version: number): void {
    if (!process) return;
    this.#world.time.at(this.#world.time.now + this.#random.int(20), process.name, () =>
      process.accept(line, { roomId: ROOM_ID, version }, this.#seat),
    );
  }

  #takes(events: LinkEvents, [name, data]: Frame): void {
    if (name === 'full' && this.#replica.full(data as FullFrame) === 'taken') this.#look();
    if (name === 'patch' && this.#replica.patch(data as Parameters<Replica['patch']>[0]) === 'taken')
      this.#look();
    const listener: unknown = Reflect.get(events, name);
    if (typeof listener === 'function') listener(data);
  }

  get #isQuiet(): boolean {
    const { connection, pending } = this.client.getState();
    return this.#line?.isOpen === true && connection.kind === 'live' && pending.length === 0;
  }
}
