import type { Pack } from '../protocol/pack';
import type { SpokenAnswer, TryOutSeat } from '../protocol/try-out';
import type { Role } from '../protocol/words';
import {
  audienceOf,
  currentRound,
  isInSeat,
  itemOf,
  liveAsk,
  memberByPrincipal,
  memberOf,
  type RoomState,
} from '../room/core/state';
import { idsOf, type Principal } from '../runtime/principal';
import { randomId } from '../runtime/random-id';
import { reject } from '../runtime/rejection';
import type { RoomCommands } from '../runtime/room-commands';
import type { Outcome } from '../runtime/rooms';
import { agendaOf, answerTo } from './answers';
import { Cast, type CastPorts } from './cast';
import { castFor, openAmong, type Person } from './opening';
import { SECOND_MS, TALK } from './sight';

/** Rooms among simulated people, as pages and route handlers use them. */
export interface TryOuts {
  open(principal: Principal, seat: TryOutSeat): Promise<Outcome<{ roomId: string }>>;
  /**
   * What the simulated candidate says now, for those who listen; null while nobody is asked, or in the hot seat oneself.
   * Simulated people who had gone come back.
   */
  spoken(principal: Principal, roomId: string): Promise<Outcome<SpokenAnswer | null>>;
  close(): void;
}

export interface TryOutsPorts extends Omit<CastPorts, 'talk'> {
  runtime: Pick<RoomCommands, 'state' | 'handle'>;
  pack(principal: Principal, id: string): Promise<Outcome<Pack>>;
  /** Makes invite tokens. */
  secret: string;
  /** Makes what the simulated people of one room do: below 2³¹. */
  seed(): number;
  /** Whether this person may open one more now. */
  mayOpen(principalId: string): Promise<boolean>;
  /** Told of a beat that failed; the next one tries again. */
  failed(error: unknown): void;
  /** Milliseconds between two beats; null leaves them to a test. */
  beatMs: number | null;
}

const PACK = 'software-engineer';
const ASKS = 3;
const DAY_MS = 24 * 3_600_000;
/** Rooms with simulated people that one process plays at once. */
const AT_ONCE = 60;
const ROLE_OF: Record<TryOutSeat, Role> = {
  steer: 'panelist',
  panel: 'panelist',
  observe: 'observer',
  'hot-seat': 'candidate',
};

export function createTryOuts(ports: TryOutsPorts): TryOuts {
  const casts = new Map<string, { cast: Cast; timer: NodeJS.Timeout | null }>();
  const end = (roomId: string) => {
    clearTimeout(casts.get(roomId)?.timer ?? undefined);
    casts.delete(roomId);
  };

  function plays(roomId: string): void {
    if (casts.has(roomId)) return;
    const kept = { cast: new Cast({ ...ports, talk: TALK }, roomId), timer: null as NodeJS.Timeout | null };
    casts.set(roomId, kept);
    const { beatMs } = ports;
    if (beatMs === null) return;
    const next = () => {
      kept.timer = setTimeout(() => {
        kept.cast
          .beat()
          .catch((error: unknown) => {
            ports.failed(error);
            return true;
          })
          .then((goesOn) => (goesOn && casts.has(roomId) ? next() : end(roomId)), ports.failed);
      }, beatMs);
    };
    next();
  }

  return {
    open: async (principal, seat) => {
      if (casts.size >= AT_ONCE || !(await ports.mayOpen(principal.id))) return reject('slow-down');
      const opened = await open(ports, principal, seat);
      if (opened.ok) plays(opened.value.roomId);
      return opened;
    },
    spoken: async (principal, roomId) => {
      const state = /^rm_[a-z0-9]{12}$/.test(roomId) ? await ports.runtime.state(roomId) : null;
      const member = state && memberByPrincipal(state, idsOf(principal));
      if (!state?.tryOut || !member) return reject('not-found');
      if (state.phase !== 'ended' && ports.now() < state.tryOut.until) plays(roomId);
      return { ok: true, value: spokenIn(state, member.memberId) };
    },
    close: () => {
      for (const roomId of casts.keys()) end(roomId);
    },
  };
}

/** Those who may not listen get what a candidate gets: nothing. */
function spokenIn(state: RoomState, memberId: string): SpokenAnswer | null {
  const audience = audienceOf(state, memberId);
  const round = currentRound(state);
  const ask = liveAsk(round);
  const item = ask && itemOf(state, ask.itemId);
  const listens = audience === 'host' || audience === 'panelist' || audience === 'observer';
  if (!listens || !round || !item || !state.tryOut || isInSeat(state, state.tryOut.visitorId)) return null;
  const answer = answerTo(item, state.tryOut.seed);
  const speaker = memberOf(state, round.candidateId)?.name ?? '';
  return answer && { askId: ask.askId, speaker, text: answer.text, talkMs: TALK * SECOND_MS };
}

async function open(
  ports: TryOutsPorts,
  principal: Principal,
  seat: TryOutSeat,
): Promise<Outcome<{ roomId: string }>> {
  const pack = await ports.pack(principal, PACK);
  if (!pack.ok) return pack;
  const seed = ports.seed();
  const visitor: Person = {
    memberId: randomId('mb'),
    principalId: principal.id,
    name: principal.name,
    role: ROLE_OF[seat],
  };
  const others = castFor(seed, { hasCandidate: seat !== 'hot-seat' });
  return openAmong(ports, {
    pack: pack.value,
    people: seat === 'steer' ? [visitor, ...others] : [...others, visitor],
    settings: { title: 'A simulated panel', agenda: agendaOf(pack.value, ASKS) },
    tryOut: { visitorId: visitor.memberId, until: ports.now() + DAY_MS, seed },
  });
}
