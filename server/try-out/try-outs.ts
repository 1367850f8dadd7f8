import type { Judge } from '../judge/judge';
import type { Asked } from '../judge/question';
import type { OpinionAnswer, OpinionWish } from '../protocol/opinion';
import type { Pack } from '../protocol/pack';
import type { PracticeWish, SpokenAnswer, TryOutSeat } from '../protocol/try-out';
import type { Role } from '../protocol/words';
import { asTold } from '../room/asking';
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
import { Cast } from './cast';
import { type CastsPorts, createCasts } from './casts';
import { castFor, openAmong, type Person } from './opening';
import { questionsAlone } from './questions-alone';
import { LIVELY } from './said';
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

export interface TryOutsPorts extends CastsPorts {
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
}

/** What a visitor without a name is called: only they read it. */
const NAMELESS = 'You';
const PACK = 'software-engineer';
const ASKS = 3;
const DAY_MS = 24 * 3_600_000;
const ALL_TAKEN =
  'All simulated panels are taken right now. Try again in a minute, or look at the sample scorecard on the home page.';
const COMES_BACK = 'All simulated panels are taken right now. Yours comes back as soon as one is free.';
const IS_ELSEWHERE =
  'Your panel is in another room that you have open. Close that room, and it comes back to this one.';
const ROLE_OF: Record<TryOutSeat, Role> = {
  steer: 'panelist',
  panel: 'panelist',
  observe: 'observer',
  'hot-seat': 'candidate',
};

type Opened = Outcome<{ roomId: string; visitorId: string }>;

export function createTryOuts(ports: TryOutsPorts): TryOuts {
  const casts = createCasts(ports);

  /** Null if another process plays them, or this one does from now on. Otherwise why it cannot. */
  function whyNotPlayed(state: RoomState, { visitorId }: TryOut, visitor: string): string | null {
    const { roomId } = state;
    const simulated = membersIn(state).filter(isSimulated);
    const ids = simulated.map(({ memberId }) => memberId);
    if (!casts.has(roomId) && ports.isPlayedElsewhere(roomId, ids)) return null;
    // Simulated people stay in a room that its visitor has open elsewhere.
    if (casts.isElsewhere(roomId, visitor)) return IS_ELSEWHERE;
    return casts.plays(roomId, visitor, visitorId) ? null : COMES_BACK;
  }

  async function opens(
    principal: Principal,
    open: () => Promise<Opened>,
  ): Promise<Outcome<{ roomId: string }>> {
    if (!casts.hasPlaceFor(principal.id)) return reject('slow-down', ALL_TAKEN);
    if (!(await ports.mayOpen(principal.id))) return reject('slow-down');
    const opened = await open();
    if (!opened.ok) return opened;
    const { roomId, visitorId } = opened.value;
    casts.plays(roomId, principal.id, visitorId);
    return { ok: true, value: { roomId } };
  }

  return {
    open: (principal, seat) => opens(principal, () => open(ports, principal, seat)),
    practise: (principal, wish) => opens(principal, () => practise(ports, principal, wish)),
    hasJudge: ports.judge !== null,
    opinion: async (principal, roomId, wish) => {
      const { judge } = ports;
      const finished = finishedAsk(await stateOf(ports.runtime, roomId), principal, wish.askId);
      if (!judge || !finished) return reject('not-found');
      // A preview of what would be sent costs nothing.
      if (wish.transcript !== null && !(await ports.mayAskJudge(principal.id))) return reject('slow-down');
      return { ok: true, value: await judge.opinion(finished, wish) };
    },
    spoken: async (principal, roomId) => {
      const state = await stateOf(ports.runtime, roomId);
      const member = state && memberByPrincipal(state, idsOf(principal));
      if (!state?.tryOut || !member) return reject('not-found');
      const visitor = memberOf(state, state.tryOut.visitorId)?.principalId ?? principal.id;
      const isOpen = state.phase !== 'ended' && ports.now() < state.tryOut.until;
      const why = isOpen ? whyNotPlayed(state, state.tryOut, visitor) : null;
      if (why !== null) return reject('slow-down', why);
      return { ok: true, value: spokenIn(state, member.memberId) };
    },
    finish: async (roomId) => {
      const state = await stateOf(ports.runtime, roomId);
      if (!state?.tryOut || casts.has(roomId) || ports.isHere(roomId, state.tryOut.visitorId)) return;
      const cast = new Cast({ ...ports, shows: () => {}, pace: LIVELY }, roomId, 0);
      // Each beat takes at least one of three steps.
      for (let beat = 0; beat < 6 && (await cast.beat()); beat += 1);
    },
    close: () => casts.close(),
  };
}

/** What a person who practises alone has answered; null for anything else, and in every other room. */
function finishedAsk(state: RoomState | null, principal: Principal, askId: string): Asked | null {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state?.tryOut?.alone || member?.memberId !== state.tryOut.visitorId) return null;
  const ask = findAsk(state, askId)?.ask;
  const item = ask?.finished ? itemOf(state, ask.itemId) : undefined;
  if (!ask || !item) return null;
  const pushed = ask.followUps.flatMap(
    ({ followUpId }) => item.followUps.find(({ id }) => id === followUpId) ?? [],
  );
  return { item, followUps: pushed.map(asTold) };
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
  { packId, questions, targetSeconds, groupId }: PracticeWish,
): Promise<Opened> {
  const pack = await ports.pack(principal, packId);
  if (!pack.ok) return pack;
  const seed = ports.seed();
  const heard = await ports.heard(principal, pack.value);
  const agenda = questionsAlone(pack.value, questions, seed, heard, groupId);
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
