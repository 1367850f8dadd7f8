import { pino } from 'pino';
import type { Format, Role } from '../../protocol/words';
import { ROLES, SHARED_AT_FIRST } from '../../protocol/words';
import { evolve } from '../../room/core/evolve';
import { scratchPad } from '../../room/core/scratch-pad';
import type { RoomState } from '../../room/core/state';
import { MemoryTexts } from '../memory-code';
import { type AppendFate, MemoryEvents } from '../memory-record';
import { memorySnapshots } from '../memory-snapshots';
import { type Random, seededRandom } from '../seeded-random';
import { ROOM_ID, testInvite, testMember, testSettings } from '../stories';
import { testPack } from '../test-pack';
import { History } from './history';
import { MemoryBus } from './memory-bus';
import { CALM, type Weather } from './memory-line';
import { CALM_MS, type Operation, type Plan, PROCESSES } from './operations';
import { Person } from './person';
import { ServerProcess } from './process';
import { VirtualTime } from './virtual-time';

const STORM: Weather = { latency: 60, drop: 0.03, duplicate: 0.03, reorder: 0.05, cut: 0.002 };
const WHOLE = testPack({ groups: 3, questionsPerGroup: 3, exercises: 6, secret: 'packsecret' });
/** Its hints are no secret once they are given. */
const PACK = {
  ...WHOLE,
  exercises: WHOLE.exercises.map((exercise) => ({
    ...exercise,
    hints: [1, 2].map((no) => `hint~${exercise.id}~${no}`),
  })),
};
const HOUR_MS = 3_600_000;

/** A stop that is to be undone, by what it is about: while several overlap, the last one to end counts. */
type Spell = 'record-away' | 'record-slow' | 'record-loses-answers' | 'bus-away';

/** Everybody in the room of a plan. */
export function guestsOf(format: Format): [string, Role][] {
  const candidate: [string, Role][] = format === 'led' ? [['carl', 'candidate']] : [];
  return [['pia', 'panelist'], ['paul', 'panelist'], ['olga', 'observer'], ...candidate];
}

/** Everybody's windows with the names of the people; the person in the hot seat has two. */
export function windowsOf(format: Format): [window: string, name: string][] {
  const names = ['hana', ...guestsOf(format).map(([name]) => name)];
  return [
    ...names.map((name): [string, string] => [name, name]),
    ['other', format === 'led' ? 'carl' : 'pia'],
  ];
}

/** In every other room of peers the first of them has had the hot seat. */
function isSecondRound(seed: number): boolean {
  return seed % 4 === 3;
}

export function formatOf(seed: number): Format {
  return seed % 2 === 0 ? 'led' : 'peer';
}

/** A whole room with people, processes, a record, a bus and a network in memory, which goes through a plan. */
export class World {
  readonly time = new VirtualTime();
  readonly events: MemoryEvents;
  readonly texts: MemoryTexts;
  readonly history: History;
  /** What all of them know about the pack. */
  readonly items = [...PACK.questions, ...PACK.exercises, scratchPad];
  readonly people: Person[] = [];
  readonly processes: (ServerProcess | null)[] = Array.from({ length: PROCESSES }, () => null);
  readonly #snapshots = memorySnapshots();
  readonly #bus: MemoryBus;
  readonly #until = new Map<string, number>();
  readonly #started: number[] = Array.from({ length: PROCESSES }, () => 0);
  readonly #deaf: number[] = Array.from({ length: PROCESSES }, () => 0);
  readonly #clocks: number[] = Array.from({ length: PROCESSES }, () => 0);
  /** Milliseconds until another process takes the place of one that died. */
  readonly #back: number[] = Array.from({ length: PROCESSES }, () => 0);
  readonly #record: Random;
  #isStormy = false;

  constructor(
    readonly plan: Plan,
    readonly format: Format,
    { keepsLines = false, events = new MemoryEvents(), texts = new MemoryTexts() } = {},
  ) {
    const random = seededRandom(plan.seed);
    this.events = events;
    this.texts = texts;
    this.history = new History(
      () => this.time.now,
      () => this.events.of(ROOM_ID).length,
      keepsLines,
    );
    this.events.written = (append) => this.history.stored(append);
    this.texts.written = (askId, row) => this.history.storedText(askId, row);
    this.#record = seededRandom(random.int(2 ** 31));
    this.#bus = new MemoryBus(this.time, seededRandom(random.int(2 ** 31)), {
      isAway: () => this.#lasts('bus-away'),
      isStormy: () => this.#isStormy,
      isDeaf: (name) => (this.#deaf[slotOf(name)] ?? 0) > this.time.now,
    });
    // In one world of four a machine's clock is an hour wrong from the start.
    if (plan.seed % 4 === 1) this.#clocks[random.int(PROCESSES)] = random.pick([HOUR_MS, -HOUR_MS]);
  }

  /** From its opening until everything has settled. */
  async live(): Promise<void> {
    const undo = this.time.install(this.plan.seed);
    const begin = this.time.now;
    try {
      for (let slot = 0; slot < PROCESSES; slot += 1) this.#start(slot);
      const opening: Promise<void>[] = [];
      this.time.at(begin, this.processes[0]?.name ?? '', () => void opening.push(this.#open()));
      await this.time.runUntil(begin + 1_000);
      await Promise.all(opening);
      this.#isStormy = true;
      const from = this.time.now;
      for (const operation of this.plan.operations) {
        await this.time.runUntil(from + operation.at);
        this.#does(operation);
      }
      await this.time.runUntil(from + this.plan.stormMs);
      this.#isStormy = false;
      await this.time.runUntil(this.time.now + CALM_MS);
      for (const person of this.people) this.time.as(person.page, () => person.leave());
    } finally {
      undo();
    }
    for (const error of this.time.broken)
      this.history.problems.push(`an error ended a process: ${String(error)}`);
  }

  /** The state from the record alone. */
  refolded(): RoomState {
    const state = this.events
      .of(ROOM_ID)
      .reduce<RoomState | null>((now, stored) => evolve(now, this.events.event(stored), stored), null);
    if (!state) throw new Error('the room was never opened');
    return state;
  }

  /** A process that takes connections; null if there is none. */
  reach(random: Random): ServerProcess | null {
    const up = this.processes.filter((one) => one?.alive);
    return up.length === 0 ? null : random.pick(up);
  }

  readonly weather = (): Weather => (this.#isStormy ? STORM : CALM);

  #lasts(spell: Spell): boolean {
    return (this.#until.get(spell) ?? 0) > this.time.now;
  }

  #does(operation: Operation): void {
    const { time, history } = this;
    history.say(`does ${JSON.stringify(operation)}`);
    if (operation.kind !== 'act') history.count('faults');
    if (operation.kind !== 'act' && operation.kind !== 'crash') history.count(operation.kind);
    if ('who' in operation) {
      const person = this.people.find(({ name }) => name === operation.who);
      if (person) this.#toPerson(person, operation);
      return;
    }
    if (operation.kind === 'deaf') {
      this.#deaf[operation.process] = Math.max(this.#deaf[operation.process] ?? 0, time.now + operation.ms);
      return;
    }
    if ('process' in operation) {
      this.#toProcess(operation);
      return;
    }
    const { kind, ms } = operation;
    this.#until.set(kind, Math.max(this.#until.get(kind) ?? 0, time.now + ms));
  }

  #toPerson(person: Person, operation: Extract<Operation, { who: string }>): void {
    const { time } = this;
    const { page } = person;
    if (time.isFrozen(page)) return;
    switch (operation.kind) {
      case 'act':
        time.at(time.now, page, () => person.act(operation.entropy));
        break;
      case 'reload':
        time.at(time.now, page, () => person.reload());
        break;
      case 'cut':
        person.cut();
        break;
      case 'stale':
        time.at(time.now, page, () => person.opensStaleTab());
        break;
      case 'silent':
        person.setSilent(true);
        time.at(time.now + operation.ms, '', () => person.setSilent(false));
        break;
      case 'sleep':
        // A laptop that sleeps has no network either.
        person.setSilent(true);
        time.freeze(page);
        time.at(time.now + operation.ms, '', () => {
          person.setSilent(false);
          time.goOn(page);
        });
    }
  }

  #toProcess(operation: Exclude<Extract<Operation, { process: number }>, { kind: 'deaf' }>): void {
    const { time } = this;
    const { process: slot, ms } = operation;
    const process = this.processes[slot];
    if (operation.kind === 'clock') {
      this.#clocks[slot] = ms;
      if (process) time.setClock(process.name, ms);
      return;
    }
    if (!process?.alive || time.isFrozen(process.name)) return;
    switch (operation.kind) {
      case 'freeze':
        time.freeze(process.name);
        time.at(time.now + ms, '', () => time.goOn(process.name));
        break;
      case 'drain':
        // Nobody new is sent there.
        this.processes[slot] = null;
        time.at(time.now, process.name, () => void process.drain());
        time.at(time.now + 6_000 + ms, '', () => this.#start(slot));
        break;
      case 'crash':
        this.#back[slot] = ms;
        time.at(time.now, process.name, () => process.dieAt(operation.boundary));
    }
  }

  #start(slot: number): void {
    this.#started[slot] = (this.#started[slot] ?? 0) + 1;
    const name = `${slot}.${this.#started[slot]}`;
    const { time, history } = this;
    time.setClock(name, this.#clocks[slot] ?? 0);
    history.say(`starts ${name}`);
    const level = (_: string, line: string) => {
      if (JSON.parse(line).level >= 50) history.problems.push(`${name} logged ${line.trim()}`);
    };
    time.as(name, () => {
      this.processes[slot] = new ServerProcess({
        name,
        time,
        events: this.events,
        texts: this.texts,
        snapshots: this.#snapshots,
        fate: () => this.#fate(),
        reading: () => this.#reading(),
        carrier: this.#bus.carrier(name),
        log: pino(
          { level: 'error', base: undefined, timestamp: false },
          { write: (line) => level('', line) },
        ),
        died: (boundary) => {
          history.say(`dies ${name} ${boundary}`);
          history.count(`died ${boundary}`);
          if (this.processes[slot]?.name !== name) return;
          this.processes[slot] = null;
          time.at(time.now + (this.#back[slot] ?? 0), '', () => this.#start(slot));
        },
      });
    });
  }

  #fate(): AppendFate {
    const random = this.#record;
    const isSlow = this.#lasts('record-slow');
    const span = isSlow ? 1_500 : 15;
    const [there, back] = [random.int(span), random.int(span)];
    if (this.#lasts('record-away')) return { there, back, outcome: 'unavailable' };
    const outcome = this.#lasts('record-loses-answers') && random.chance(0.5) ? 'lost-answer' : 'fine';
    return { there, back, outcome };
  }

  #reading(): number | null {
    if (this.#lasts('record-away')) return null;
    return this.#lasts('record-slow') ? this.#record.int(2_000) : 0;
  }

  async #open(): Promise<void> {
    const { format } = this;
    const random = seededRandom(this.plan.seed + 1);
    const roles = ROLES.filter((role) => format === 'led' || role !== 'candidate');
    const settings = testSettings(format, {
      slots: format === 'peer' ? [{ groupId: null }, { groupId: null, kind: 'exercise' }] : [],
      agenda: format === 'led' ? ['g1-q1', 'x1', 'g2-q1', 'x2'] : [],
      autoReveal: random.chance(0.5),
      waitingRoom: random.chance(0.5),
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
    const guests = guestsOf(format);
    for (const [name, role] of guests) {
      const { memberId, principalId } = testMember(name, role);
      await this.#ask(name, {
        type: 'JoinRoom',
        memberId,
        principalIds: [principalId],
        name,
        tokenHash: role,
      });
    }
    if (isSecondRound(this.plan.seed)) await this.#sits('hana', ['pia', 'paul']);
    for (const [window, name] of windowsOf(format))
      this.people.push(this.time.as(`${window}.0`, () => new Person(this, window, name)));
  }

  /** A whole round of peers in which nothing was asked, so that whoever had the hot seat is on the panel next. */
  async #sits(name: string, panel: readonly [string, ...string[]]): Promise<void> {
    const [host] = panel;
    await this.#ask(name, { type: 'AdmitEveryone' });
    await this.#ask(name, { type: 'StartRound', candidateId: null });
    const roundId = this.refolded().rounds[0]?.roundId ?? '';
    await this.#ask(host, { type: 'StartDeliberation', roundId });
    for (const one of panel)
      await this.#ask(one, { type: 'SubmitVerdict', roundId, verdict: 'yes', rationale: '' });
    await this.#ask(host, { type: 'OpenDebrief', roundId });
    await this.#ask(host, { type: 'PublishRound', roundId, sharing: SHARED_AT_FIRST });
  }

  async #ask(
    name: string,
    command: Parameters<ServerProcess['runtime']['handle']>[0]['command'],
  ): Promise<void> {
    const [process] = this.processes;
    const principalIds = [testMember(name, 'panelist').principalId];
    const commandId = `${name}-begins-${command.type}`;
    const answer = await process?.runtime.handle({ roomId: ROOM_ID, principalIds, commandId, command });
    if (!answer?.ok) throw new Error(`${command.type}: ${answer?.code}`);
  }
}

function slotOf(name: string): number {
  return Number(name.split('.')[0]);
}
