import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pack } from '../protocol/pack';
import { decide } from '../room/core/decide';
import { NOTHING_HEARD } from '../room/core/decision';
import type { RoomEvent } from '../room/core/events';
import { evolve } from '../room/core/evolve';
import { currentRound, memberByPrincipal, type RoomState } from '../room/core/state';
import { randomId } from '../runtime/random-id';
import { reject } from '../runtime/rejection';
import type { Answer, Request } from '../runtime/room-commands';
import { agendaOf } from './answers';
import { Cast } from './cast';
import { castFor, openAmong } from './opening';

/** One event of a played round, in order. */
interface Happened {
  seq: number;
  commandId: string;
  at: number;
  by: string | null;
  event: RoomEvent;
}

/** A round that simulated people played among themselves, from its opening to its published scorecard. */
export interface PlayedRound {
  state: RoomState;
  roundId: string;
  log: readonly Happened[];
}

export const SAMPLE_PACK = 'software-engineer';
const SEED = 11;
const ASKS = 5;
/** Whole answers, with the pauses that people make. */
const PACE = { wordsPerMinute: 95, cutsFirst: false };
/** Half past five on a Wednesday in June. */
const BEGINS = Date.UTC(2026, 5, 10, 17, 30);
const BEAT_MS = 1_000;
/** Far more beats than the round takes. */
const BEATS = 3_600;
/** After this many beats, the event loop gets a turn: a beat waits only for promises, which never yield to it. */
const TURN = 50;

/** Plays the sample: the same round at every start, without a record. */
export async function playSample(pack: Pack): Promise<PlayedRound> {
  const room = new UnrecordedRoom(BEGINS);
  const opened = await openAmong(
    { runtime: room, secret: 'nobody joins by a link', now: room.now },
    {
      pack,
      people: castFor(SEED, { hasCandidate: true }),
      settings: { title: 'A sample panel', agenda: agendaOf(pack, ASKS) },
      tryOut: { visitorId: 'nobody', until: BEGINS + BEATS * BEAT_MS, seed: SEED },
    },
  );
  if (!opened.ok) throw new Error(opened.message);
  const cast = new Cast(
    { runtime: room, shows: () => {}, isHere: () => true, now: room.now, pace: PACE },
    opened.value.roomId,
  );
  for (let beat = 0; beat < BEATS; beat += 1) {
    await cast.beat();
    room.passes(BEAT_MS);
    const state = await room.state();
    const round = state && currentRound(state);
    if (state && round?.phase === 'published') return { state, roundId: round.roundId, log: room.log };
    if (beat % TURN === TURN - 1) await nextTurn();
  }
  throw new Error('the sample round did not end');
}

/** A room that exists only in memory, with its own clock. */
class UnrecordedRoom {
  readonly log: Happened[] = [];
  #state: RoomState | null = null;
  #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  readonly now = (): number => this.#at;

  passes(ms: number): void {
    this.#at += ms;
  }

  async state(): Promise<RoomState | null> {
    return this.#state;
  }

  async handle({ principalIds, command }: Request): Promise<Answer> {
    const at = this.#at;
    const by = this.#state ? (memberByPrincipal(this.#state, principalIds)?.memberId ?? null) : null;
    const decision = decide(this.#state, command, { at, by, hostAwayMs: null, heardBefore: NOTHING_HEARD });
    if (!decision.ok) return reject(decision.code);
    const commandId = randomId('tr');
    for (const event of decision.events) {
      this.#state = evolve(this.#state, event, { at, by });
      this.log.push({ seq: this.log.length + 1, commandId, at, by, event });
    }
    return this.#state ? { ok: true, state: this.#state } : reject('not-found');
  }
}
