import { carryOut } from '../room/core/decide';
import { type Context, type HeardBefore, NOTHING_HEARD, type RoomCommand } from '../room/core/decision';
import { whatIsDue } from '../room/core/due';
import type { RoomEvent } from '../room/core/events';
import { type Invite, memberByPrincipal, type RoomState } from '../room/core/state';
import {
  didAsHost,
  hostAway,
  type KeptRoom,
  newRoom,
  nothingRead,
  type ReadingPorts,
  readOn,
} from './kept-room';
import { type Projection, RecordUnavailable } from './ports';
import { newReference } from './reference';
import { type Rejection, reject, rejectWith } from './rejection';
import { prepareEvents } from './stored-event';

/** One step of a room, with the states before and after it, for everybody who shows the room. */
export interface Change {
  roomId: string;
  before: RoomState | null;
  after: RoomState;
}

export interface Request {
  roomId: string;
  /** All ids of the sender. Their membership is looked up when it is the command's turn. */
  principalIds: readonly string[];
  commandId: string;
  command: RoomCommand;
  /** Whether another process may have answered it by now, also by a rejection. Then it does not take effect here any more. */
  mayBeAnswered?(): boolean;
}

export type Answer = { ok: true; state: RoomState } | Rejection;

/** What the log needs to find a command that could not be recorded: ids and its kind alone. */
export interface UnavailableCommand {
  reference: string;
  roomId: string;
  commandId: string;
  type: RoomCommand['type'];
}

export interface RoomCommandsPorts extends ReadingPorts {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rows that are written together with the events. `first`: the seq of the first of them, and when they happened. */
  project(
    before: RoomState | null,
    after: RoomState,
    events: readonly RoomEvent[],
    first: { seq: number; at: number },
  ): Projection[];
  /** How long (ms) a member has been away; null while connected. */
  awayMs(roomId: string, memberId: string): number | 'unknown' | null;
  /** The items that members heard in earlier rooms. Rejects with `RecordUnavailable`. */
  heardBefore(state: RoomState): Promise<HeardBefore>;
  /** Unused invites, one for each role with links. */
  spareInvites(state: RoomState): readonly Invite[];
  /** The random number of a new round; null if rounds are counted. */
  roundKey(): number | null;
  /** Whether somebody is connected here. Then the room stays in memory, so that changes can be compared with the state before. */
  isShown(roomId: string): boolean;
  /** Whether no other process writes to the record. */
  alone: boolean;
  /** Called with the reason why the record could not be used, for the log. The person is told only that their command is kept. */
  unavailable(error: RecordUnavailable, about: UnavailableCommand): void;
  /** Tells other processes that the record has news of a room. */
  announce(roomId: string): void;
}

/** Rooms to keep in memory besides those that are shown. */
const KEPT_ROOMS = 500;
/** Commands after which a person may know links that they should not. */
const RENEWING: ReadonlySet<string> = new Set<RoomCommand['type']>([
  'HandOverHost',
  'TakeOverHost',
  'ReclaimHost',
  'RemoveMember',
  'LeaveRoom',
  'ChangeRole',
]);
/** How often other processes may win the race for a room's next seq before this one gives up. */
const TRIES = 20;

/** Runs one room's commands in one order: decide, append (durably), evolve, publish, answer. */
export class RoomCommands {
  readonly #ports: RoomCommandsPorts;
  readonly #rooms = new Map<string, KeptRoom>();
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(ports: RoomCommandsPorts) {
    this.#ports = ports;
  }

  /** Listeners are called in order, once the record has the change and before the command is answered. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The state of a room as the record has it now, after what was due by now; null if there is no such room. `newest`: its last
   * `seq` in the record as it was just read, so that the record is not asked again for a room that has nothing newer.
   */
  async state(roomId: string, newest?: number): Promise<RoomState | null> {
    const state = await this.#stored(roomId, newest);
    const [due] = state ? whatIsDue(state, this.#ports.now()) : [];
    if (!due) return state;
    const commandId = `${due.type}-${String(this.#ports.now())}`;
    const request = { roomId, principalIds: [], commandId, command: { type: 'DoWhatIsDue' } as const };
    const answer = await this.handle(request);
    if (!answer.ok) throw new RecordUnavailable('what was due could not be written');
    return answer.state;
  }

  async #stored(roomId: string, newest = Number.POSITIVE_INFINITY): Promise<RoomState | null> {
    const kept = this.#keep(roomId);
    const isNewest = this.#ports.alone || kept.seq >= newest;
    if (isNewest && kept.state && kept.pending === 0 && !kept.doubtful) return kept.state;
    return this.#enqueue(kept, async () => {
      if (this.#ports.alone) await this.#refresh(roomId, kept);
      else await this.#read(roomId, kept);
      // A room that does not exist must not displace one that does.
      if (!kept.state && kept.pending === 1) this.#rooms.delete(roomId);
      return kept.state;
    });
  }

  /**
   * The state of a room for somebody who looks back on many: one that is not in memory is read and let go, so that it takes
   * no other's place.
   */
  async lookAt(roomId: string): Promise<RoomState | null> {
    if (this.#rooms.has(roomId)) return this.state(roomId);
    const news = await readOn(this.#ports, roomId, nothingRead());
    return news === null || news === 'gone' ? null : news.read.state;
  }

  /** Reads other processes' events of a room that is shown here. */
  async catchUp(roomId: string): Promise<void> {
    const kept = this.#rooms.get(roomId);
    if (kept) await this.#enqueue(kept, () => this.#read(roomId, kept));
  }

  /** A command that cannot be carried out now gets a code; only a bug makes the promise reject. */
  async handle(request: Request): Promise<Answer> {
    const kept = this.#keep(request.roomId);
    try {
      return await this.#enqueue(kept, () => this.#take(request, kept));
    } catch (error) {
      if (!(error instanceof RecordUnavailable)) throw error;
      kept.doubtful = true;
      const reference = newReference();
      const { roomId, commandId, command } = request;
      this.#ports.unavailable(error, { reference, roomId, commandId, type: command.type });
      return rejectWith('unavailable', reference);
    }
  }

  async #take(request: Request, kept: KeptRoom): Promise<Answer> {
    const { roomId, command } = request;
    // Whether this copy must have everything that was written before this command arrived.
    let confirmed = (await this.#refresh(roomId, kept)) || this.#ports.alone;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const by = kept.state ? (memberByPrincipal(kept.state, request.principalIds)?.memberId ?? null) : null;
      // A person who has signed in since may send a command again that they first sent as a guest.
      const commandIds = request.principalIds.map((id) => `${id}/${request.commandId}`);
      const [commandId = request.commandId] = commandIds;
      if (kept.state && commandIds.some((id) => kept.commandIds.has(id)))
        return { ok: true, state: kept.state };
      const heardBefore = await this.#heardBefore(kept.state, command);
      const at = Math.max(this.#ports.now(), kept.at);
      const hostAwayMs = hostAway(kept, at, this.#ports.awayMs);
      const outcome = carryOut(kept.state, command, {
        at,
        by,
        hostAwayMs,
        heardBefore,
        ...this.#broughtAlong(kept.state, command),
      });
      const isFinal = !outcome.ok || outcome.events.length === 0;
      // Of a room that began with a snapshot the record alone knows its earliest commands. It says so of one that is appended.
      const mayBeStored = kept.idsAfter > 0 && (isFinal || commandIds.length > 1);
      if (kept.state && mayBeStored && (await this.#ports.record.holds(roomId, commandIds)))
        return { ok: true, state: kept.state };
      if (isFinal && !confirmed) {
        // Only an append is checked against the record, so another process may have made this answer untrue.
        await this.#read(roomId, kept);
        confirmed = true;
        continue;
      }
      if (!outcome.ok) return reject(outcome.code);
      if (outcome.events.length === 0) {
        return kept.state ? { ok: true, state: kept.state } : reject('not-found');
      }
      const { events, stored, projections, pack } = await prepareEvents(outcome.events, this.#ports.contents);
      if (!outcome.after) throw new Error('a command without events has no state');
      const after = pack ? { ...outcome.after, pack } : outcome.after;
      if (request.mayBeAnswered?.())
        throw new RecordUnavailable('it was too late for this process to answer it');
      const result = await this.#ports.record.append({
        roomId,
        expectedSeq: kept.seq,
        commandId,
        events: events.map(({ type }, index) => ({ type, data: stored[index], at, by })),
        projections: [
          ...projections,
          ...this.#ports.project(kept.state, after, events, { seq: kept.seq + 1, at }),
        ],
      });
      if (result.ok) {
        const { seq } = kept;
        kept.seq += events.length;
        kept.at = at;
        kept.hostDid = didAsHost(after, { by, at }) ?? kept.hostDid;
        kept.commandId = commandId;
        kept.commandIds.add(commandId);
        this.#advance(roomId, kept, after);
        this.#keepSnapshot(roomId, kept, seq);
        this.#ports.announce(roomId);
        return { ok: true, state: after };
      }
      await this.#read(roomId, kept);
      confirmed = true;
      if (result.reason === 'duplicate-command' && kept.state) return { ok: true, state: kept.state };
    }
    throw new RecordUnavailable('other processes were first each time');
  }

  /** What only a few commands need. */
  #broughtAlong(
    state: RoomState | null,
    command: RoomCommand,
  ): Pick<Context, 'roundKey' | 'spareInvites' | 'seatAwayMs'> {
    const { type } = command;
    const roundKey = type === 'StartRound' ? this.#ports.roundKey() : null;
    return {
      ...(roundKey !== null && { roundKey }),
      ...(state && type === 'GiveSeat' && { seatAwayMs: this.#ports.awayMs(state.roomId, command.seatOf) }),
      ...(state && RENEWING.has(type) && { spareInvites: this.#ports.spareInvites(state) }),
    };
  }

  async #heardBefore(state: RoomState | null, command: RoomCommand): Promise<HeardBefore> {
    const matters = command.type === 'StartRound' && state?.settings.format === 'peer';
    return matters ? this.#ports.heardBefore(state) : NOTHING_HEARD;
  }

  #advance(roomId: string, kept: KeptRoom, after: RoomState): void {
    const before = kept.state;
    kept.state = after;
    for (const listener of this.#listeners) listener({ roomId, before, after });
  }

  /** Whether it had to read the record. */
  async #refresh(roomId: string, kept: KeptRoom): Promise<boolean> {
    const must = kept.seq === 0 || kept.doubtful;
    if (must) await this.#read(roomId, kept);
    return must;
  }

  async #read(roomId: string, kept: KeptRoom): Promise<void> {
    const news = await readOn(this.#ports, roomId, kept);
    kept.doubtful = false;
    if (!news) return;
    if (news === 'gone') {
      Object.assign(kept, nothingRead());
      kept.commandIds.clear();
      return;
    }
    const isCold = kept.seq === 0;
    const { state, ...read } = news.read;
    Object.assign(kept, read);
    for (const commandId of news.commandIds) kept.commandIds.add(commandId);
    if (state) this.#advance(roomId, kept, state);
    if (isCold) this.#keepSnapshot(roomId, kept, kept.idsAfter);
  }

  /** Of a room that has grown long `since` this seq. Of a room that several processes show, it is kept by the one that wrote the event. */
  #keepSnapshot(roomId: string, { seq, at, commandId, state }: KeptRoom, since: number): void {
    const { every } = this.#ports.snapshots;
    if (!state || Math.floor(seq / every) === Math.floor(since / every)) return;
    const { pack: _, ...rest } = state;
    this.#ports.snapshots.keep(roomId, { seq, at, commandId, state: rest });
  }

  #keep(roomId: string): KeptRoom {
    const kept = this.#rooms.get(roomId) ?? newRoom();
    this.#rooms.delete(roomId);
    this.#rooms.set(roomId, kept);
    this.#forgetOldest();
    return kept;
  }

  #forgetOldest(): void {
    for (const [roomId, kept] of this.#rooms) {
      if (this.#rooms.size <= KEPT_ROOMS) return;
      if (kept.pending === 0 && !this.#ports.isShown(roomId)) this.#rooms.delete(roomId);
    }
  }

  #enqueue<T>(kept: KeptRoom, task: () => Promise<T>): Promise<T> {
    kept.pending += 1;
    const run = kept.tail.then(task).finally(() => {
      kept.pending -= 1;
    });
    kept.tail = run.catch(() => undefined);
    return run;
  }
}
