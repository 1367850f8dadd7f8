import { CodeDocuments } from '../../code/documents';
import type { Command } from '../../protocol/commands';
import { type Format, ROLES, type Role } from '../../protocol/words';
import { evolve } from '../../room/core/evolve';
import { scratchPad } from '../../room/core/scratch-pad';
import type { RoomState } from '../../room/core/state';
import { MemoryTexts, memoryCode } from '../memory-code';
import { type AppendFate, MemoryEvents } from '../memory-record';
import { memorySnapshots } from '../memory-snapshots';

import { type Random, seededRandom } from '../seeded-random';
import { ROOM_ID, testInvite, testMember, testSettings } from '../stories';
import { testPack } from '../test-pack';
import { CALM, type Frame, type Weather } from './memory-line';
import { Person } from './person';
import { ServerProcess } from './process';

const STORM: Weather = { latency: 120, drop: 0.08, duplicate: 0.03, reorder: 0.05, cut: 0.004 };
const PROCESSES = 2;
const PACK = testPack({ groups: 3, questionsPerGroup: 6, secret: 'packsecret' });

/** A person's command, and its outcome as far as they know. */
export interface Sent {
  by: string;
  command: Command;
  /** Null if nobody has told them. */
  accepted: boolean | null;
}

/** A frame that reached a person, and their audience at that time. */
export interface Received {
  by: string;
  frame: Frame;
}

/** Whole rooms with people, processes and a network in memory, driven by the (fake) timers and one seed. */
export class World {
  readonly events = new MemoryEvents();
  readonly texts = new MemoryTexts();
  readonly #snapshots = memorySnapshots();
  /** What all of them know about the pack. */
  readonly items = [...PACK.questions, ...PACK.exercises, scratchPad];
  readonly people: Person[] = [];
  readonly sent: Sent[] = [];
  readonly received: Received[] = [];
  /** Words that a window called saved, with the ask in whose text they are. */
  readonly saved = new Map<string, string>();
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
      seen: [],
      seed: '',
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

  /** Turns faults of every kind on; otherwise the network is calm and nothing crashes. */
  setStorm(isStormy: boolean): void {
    this.#isStormy = isStormy;
    this.weather = isStormy ? STORM : CALM;
  }

  /** Sometimes kills a process, which another replaces at once. */
  maybeCrash(): void {
    const { random } = this;
    if (!this.#isStormy || !random.chance(0.02)) return;
    const index = random.int(this.processes.length);
    this.processes[index]?.kill();
    this.processes[index] = this.#process();
  }

  /** The state from the record alone. */
  refolded(): RoomState {
    const state = this.events
      .of(ROOM_ID)
      .reduce<RoomState | null>((now, stored) => evolve(now, this.events.event(stored), stored), null);
    if (!state) throw new Error('the room was never opened');
    return state;
  }

  /** The text of an exercise from the record alone. */
  async text(askId: string): Promise<string> {
    const fine = { there: 0, back: 0, outcome: 'fine' } as const;
    const documents = new CodeDocuments({
      record: memoryCode(
        this.texts,
        () => true,
        () => fine,
      ),
      state: async () => this.refolded(),
      now: () => Date.now(),
      announce: () => {},
      unavailable: () => {},
    });
    return documents.text(this.refolded(), askId);
  }

  #process(): ServerProcess {
    return new ServerProcess({
      events: this.events,
      texts: this.texts,
      snapshots: this.#snapshots,
      fate: () => this.#fate(),
      announce: (roomId, from) => this.#announce(from, ({ runtime }) => runtime.catchUp(roomId)),
      announceText: (roomId, askId, from) => this.#announce(from, ({ code }) => code.catchUp(roomId, askId)),
    });
  }

  #fate(): AppendFate {
    const { random } = this;
    const lucky = !this.#isStormy || random.chance(0.97);
    const outcome = lucky ? 'fine' : random.pick(['unavailable', 'lost-answer'] as const);
    return { there: random.int(15), back: random.int(15), outcome };
  }

  /** A bus that loses some messages, as while Redis is away. */
  #announce(from: ServerProcess, tell: (process: ServerProcess) => Promise<unknown>): void {
    for (const process of this.processes) {
      if (process === from || (this.#isStormy && this.random.chance(0.1))) continue;
      setTimeout(() => void tell(process).catch(() => {}), this.random.int(30));
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
