import type { Judge } from '../judge/judge';
import type { OpinionAnswer, OpinionWish } from '../protocol/opinion';
import type { Pack, PackItem } from '../protocol/pack';
import type { PracticeWish, SpokenAnswer, TryOutSeat } from '../protocol/try-out';
import type { Role } from '../protocol/words';
import {
  findAsk,
  isSimulated,
  itemOf,
  memberByPrincipal,
  memberOf,
  membersIn,
  type RoomState,
  type TryOut,
} from '../room/core/state';
import { idsOf, type Principal } from '../runtime/principal';
import { randomId } from '../runtime/random-id';
import { reject } from '../runtime/rejection';
import type { RoomCommands } from '../runtime/room-commands';
import { stateOf } from '../runtime/room-state';
import type { Outcome } from '../runtime/rooms';
import { agendaOf } from './answers';
import { Cast, type CastPorts } from './cast';
import { castFor, openAmong, type Person } from './opening';
import { questionsAlone } from './questions-alone';
import { TALK } from './sight';
import { spokenIn } from './spoken';

/** Rooms among simulated people, as pages and route handlers use them. */
export interface TryOuts {
  open(principal: Principal, seat: TryOutSeat): Promise<Outcome<{ roomId: string }>>;
  /** A room in which the person practises alone. */
  practise(principal: Principal, wish: PracticeWish): Promise<Outcome<{ roomId: string }>>;
  /**
   * What the simulated candidate says now, for people who listen; null while nobody is asked, and for a visitor in the
   * hot seat. A person who practises alone hears a few words from the asker. Simulated people who had gone return.
   */
  spoken(principal: Principal, roomId: string): Promise<Outcome<SpokenAnswer | null>>;
  /**
   * A machine's opinion on a finished answer, for a person who practises alone. `not-found` in every other room, and if
   * no judge is configured.
   */
  opinion(principal: Principal, roomId: string, wish: OpinionWish): Promise<Outcome<OpinionAnswer>>;
  /**
   * Ends a practice whose person has gone, so that their ratings get a scorecard. A practice in play, or without
   * ratings, stays as it is.
   */
  finish(roomId: string): Promise<void>;
  /** Whether a judge is configured. */
  hasJudge: boolean;
  close(): void;
}

export interface TryOutsPorts extends Omit<CastPorts, 'talk'> {
  runtime: Pick<RoomCommands, 'state' | 'handle'>;
  pack(principal: Principal, id: string): Promise<Outcome<Pack>>;
  /** Ids of the questions of a pack that this person has heard. */
  heard(principal: Principal, pack: Pack): Promise<ReadonlySet<string>>;
  /** Null if none is configured. */
  judge: Pick<Judge, 'opinion'> | null;
  /** Whether this person may ask the judge once more now. */
  mayAskJudge(principalId: string): Promise<boolean>;
  /** Makes invite tokens. */
  secret: string;
  /** Whether another process plays one of these members. */
  isPlayedElsewhere(roomId: string, memberIds: readonly string[]): boolean;
  /** The seed for what a room's simulated people do: below 2³¹. */
  seed(): number;
  /** Whether this person may open one more now. */
  mayOpen(principalId: string): Promise<boolean>;
  /** Called when a beat failed; the next one tries again. */
  failed(error: unknown): void;
  /** Milliseconds between two beats; null leaves them to a test. */
  beatMs: number | null;
}

/** What a visitor without a name is called: only they read it. */
const NAMELESS = 'You';
const PACK = 'software-engineer';
const ASKS = 3;
const DAY_MS = 24 * 3_600_000;
/** The most rooms with simulated people that one process plays at once, one per visitor. */
const AT_ONCE = 60;
const ROLE_OF: Record<TryOutSeat, Role> = {
  steer: 'panelist',
  panel: 'panelist',
  observe: 'observer',
  'hot-seat': 'candidate',
};

interface Played {
  cast: Cast;
  /** By principal. */
  visitor: string;
  /** Their member. */
  visitorId: string;
  timer: NodeJS.Timeout | null;
}

type Opened = Outcome<{ roomId: string; visitorId: string }>;

export function createTryOuts(ports: TryOutsPorts): TryOuts {
  const casts = new Map<string, Played>();
  const end = (roomId: string) => {
    clearTimeout(casts.get(roomId)?.timer ?? undefined);
    casts.delete(roomId);
  };
  const isFull = (visitor: string) =>
    [...casts.values()].filter((one) => one.visitor !== visitor).length >= AT_ONCE;

  /** False when there are too many rooms. Then the simulated people appear when the visitor's page asks again. */
  function plays(roomId: string, visitor: string, visitorId: string): boolean {
    if (casts.has(roomId)) return true;
    if (isFull(visitor)) return false;
    // The people of a room that its visitor left for this one leave it too.
    for (const [other, one] of casts)
      if (one.visitor === visitor) {
        end(other);
        ports.shows(other, []);
      }
    const kept: Played = {
      cast: new Cast({ ...ports, talk: TALK }, roomId),
      visitor,
      visitorId,
      timer: null,
    };
    casts.set(roomId, kept);
    const { beatMs } = ports;
    if (beatMs === null) return true;
    const next = () => {
      kept.timer = setTimeout(() => {
        kept.cast
          .beat()
          .catch((error: unknown) => {
            ports.failed(error);
            return true;
          })
          .then((goesOn) => {
            if (casts.get(roomId) === kept) return goesOn ? next() : end(roomId);
            // It ended during this beat, which may have shown its people once more.
            if (!casts.has(roomId)) ports.shows(roomId, []);
          }, ports.failed);
      }, beatMs);
    };
    next();
    return true;
  }

  /** True if another process plays them, or this one does from now on. False while it cannot. */
  function arePlayed(state: RoomState, { visitorId }: TryOut, visitor: string): boolean {
    const { roomId } = state;
    const simulated = membersIn(state).filter(isSimulated);
    const ids = simulated.map(({ memberId }) => memberId);
    if (!casts.has(roomId) && ports.isPlayedElsewhere(roomId, ids)) return true;
    // Simulated people stay in a room that its visitor has open elsewhere.
    const other = [...casts].find(([id, one]) => id !== roomId && one.visitor === visitor);
    if (other && ports.isHere(other[0], other[1].visitorId)) return false;
    return plays(roomId, visitor, visitorId);
  }

  async function opens(
    principal: Principal,
    open: () => Promise<Opened>,
  ): Promise<Outcome<{ roomId: string }>> {
    if (isFull(principal.id) || !(await ports.mayOpen(principal.id))) return reject('slow-down');
    const opened = await open();
    if (!opened.ok) return opened;
    const { roomId, visitorId } = opened.value;
    plays(roomId, principal.id, visitorId);
    return { ok: true, value: { roomId } };
  }

  return {
    open: (principal, seat) => opens(principal, () => open(ports, principal, seat)),
    practise: (principal, wish) => opens(principal, () => practise(ports, principal, wish)),
    hasJudge: ports.judge !== null,
    opinion: async (principal, roomId, wish) => {
      const { judge } = ports;
      const item = finishedItem(await stateOf(ports.runtime, roomId), principal, wish.askId);
      if (!judge || !item) return reject('not-found');
      // A preview of what would be sent costs nothing.
      if (wish.transcript !== null && !(await ports.mayAskJudge(principal.id))) return reject('slow-down');
      return { ok: true, value: await judge.opinion(item, wish) };
    },
    spoken: async (principal, roomId) => {
      const state = await stateOf(ports.runtime, roomId);
      const member = state && memberByPrincipal(state, idsOf(principal));
      if (!state?.tryOut || !member) return reject('not-found');
      const visitor = memberOf(state, state.tryOut.visitorId)?.principalId ?? principal.id;
      const isOpen = state.phase !== 'ended' && ports.now() < state.tryOut.until;
      if (isOpen && !arePlayed(state, state.tryOut, visitor)) return reject('slow-down');
      return { ok: true, value: spokenIn(state, member.memberId) };
    },
    finish: async (roomId) => {
      const state = await stateOf(ports.runtime, roomId);
      if (!state?.tryOut || casts.has(roomId) || ports.isHere(roomId, state.tryOut.visitorId)) return;
      const cast = new Cast({ ...ports, shows: () => {}, talk: TALK }, roomId, 0);
      // Each beat takes at least one of three steps.
      for (let beat = 0; beat < 6 && (await cast.beat()); beat += 1);
    },
    close: () => {
      for (const roomId of casts.keys()) {
        end(roomId);
        // Another process can play them from now on.
        ports.shows(roomId, []);
      }
    },
  };
}

/** What a person who practises alone has answered; null for anything else, and in every other room. */
function finishedItem(state: RoomState | null, principal: Principal, askId: string): PackItem | null {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state?.tryOut?.alone || member?.memberId !== state.tryOut.visitorId) return null;
  const ask = findAsk(state, askId)?.ask;
  return (ask?.finished && itemOf(state, ask.itemId)) || null;
}

/** A simulated candidate talks and writes no code, so nobody can ask them for any. */
function questionsOf(pack: Pack): Pack {
  const known = withoutExercises.get(pack) ?? { ...pack, exercises: [] };
  withoutExercises.set(pack, known);
  return known;
}

/** Rooms of one pack share one object, whose content is hashed once. */
const withoutExercises = new WeakMap<Pack, Pack>();

async function practise(
  ports: TryOutsPorts,
  principal: Principal,
  { packId, questions, targetSeconds }: PracticeWish,
): Promise<Opened> {
  const pack = await ports.pack(principal, packId);
  if (!pack.ok) return pack;
  const seed = ports.seed();
  const heard = await ports.heard(principal, pack.value);
  const agenda = questionsAlone(pack.value, questions, seed, heard);
  if (agenda.length === 0) return reject('item-unknown');
  const visitor: Person = {
    memberId: randomId('mb'),
    principalId: principal.id,
    name: principal.name || NAMELESS,
    role: 'candidate',
  };
  const opened = await openAmong(ports, {
    pack: pack.value,
    people: [...castFor(seed, { hasCandidate: false }), visitor],
    settings: { title: 'Practising alone', agenda, targetSeconds },
    tryOut: { visitorId: visitor.memberId, until: ports.now() + DAY_MS, seed, alone: true },
  });
  return opened.ok ? { ok: true, value: { ...opened.value, visitorId: visitor.memberId } } : opened;
}

async function open(ports: TryOutsPorts, principal: Principal, seat: TryOutSeat): Promise<Opened> {
  const pack = await ports.pack(principal, PACK);
  if (!pack.ok) return pack;
  const seed = ports.seed();
  const visitor: Person = {
    memberId: randomId('mb'),
    principalId: principal.id,
    name: principal.name || NAMELESS,
    role: ROLE_OF[seat],
  };
  const others = castFor(seed, { hasCandidate: seat !== 'hot-seat' });
  const opened = await openAmong(ports, {
    pack: questionsOf(pack.value),
    people: seat === 'steer' ? [visitor, ...others] : [...others, visitor],
    settings: { title: 'A simulated panel', agenda: agendaOf(pack.value, ASKS) },
    tryOut: { visitorId: visitor.memberId, until: ports.now() + DAY_MS, seed },
  });
  return opened.ok ? { ok: true, value: { ...opened.value, visitorId: visitor.memberId } } : opened;
}
