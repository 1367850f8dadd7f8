import type { Command } from '../protocol/commands';
import type { CandidateView, PanelView } from '../protocol/views';
import {
  currentRound,
  isInSeat,
  isSimulated,
  itemOf,
  liveAsk,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
  type TryOut,
} from '../room/core/state';
import { fullFrame } from '../room/core/views';
import { randomId } from '../runtime/random-id';
import type { RoomCommands } from '../runtime/room-commands';
import { answerTo, type Heard, heardIn, madeUp } from './answers';
import { candidatesWish } from './candidate';
import { hostsWish } from './host';
import { panelistsWish } from './panelist';
import { asksAlone, type OwnAnswer } from './practice';
import { SECOND_MS, type Sight } from './sight';

export interface CastPorts {
  runtime: Pick<RoomCommands, 'state' | 'handle'>;
  /** Marks members as connected who have no window. */
  shows(roomId: string, memberIds: readonly string[]): void;
  /** Whether a member has a window open. */
  isHere(roomId: string, memberId: string): boolean;
  now(): number;
  /** Seconds that a simulated candidate talks. */
  talk: number;
}

/** Milliseconds that the cast waits in an empty room for its visitor to return. */
const EMPTY_MS = 10 * 60_000;

/**
 * The simulated people of one room. Each decides in turn what to do next, and knows what anybody in their seat would:
 * their view, their own part, and what there is to hear. They act through ordinary commands.
 */
export class Cast {
  readonly #ports: CastPorts;
  readonly #roomId: string;
  readonly #first = new Map<string, number>();
  /** Live questions during which the visitor's hand was down: only then does it say "I have finished". */
  readonly #handsDown = new Set<string>();
  #visitorSeen: number;

  /** `visitorSeen`: when (ms) the visitor was here last. */
  constructor(ports: CastPorts, roomId: string, visitorSeen = ports.now()) {
    this.#ports = ports;
    this.#roomId = roomId;
    this.#visitorSeen = visitorSeen;
  }

  /** Everybody takes their next step, at most one each. False when nothing is left to do here, ever. */
  async beat(): Promise<boolean> {
    const { runtime, shows, now } = this.#ports;
    const state = await runtime.state(this.#roomId);
    const people = state?.tryOut ? membersIn(state).filter(isSimulated) : [];
    if (!state?.tryOut || this.#isOver(state, state.tryOut)) {
      shows(this.#roomId, []);
      return false;
    }
    shows(
      this.#roomId,
      people.map(({ memberId }) => memberId),
    );
    for (const [no, { memberId, principalId }] of people.entries()) {
      const command = await this.#wishOf(memberId, no);
      const commandId = randomId('tr');
      const principalIds = [principalId];
      if (command) await runtime.handle({ roomId: this.#roomId, principalIds, commandId, command });
    }
    return now() < state.tryOut.until;
  }

  #isOver(state: RoomState, { visitorId, until }: TryOut): boolean {
    const now = this.#ports.now();
    if (this.#ports.isHere(this.#roomId, visitorId)) this.#visitorSeen = now;
    if (state.phase === 'ended' || now >= until) return true;
    // First make the scorecard of what somebody rated alone.
    return this.#isGone() && !hasToBeKept(state);
  }

  #isGone(): boolean {
    return this.#ports.now() - this.#visitorSeen > EMPTY_MS;
  }

  /** From the room as it is now: the previous person may have changed it. */
  async #wishOf(memberId: string, no: number): Promise<Command | null> {
    const state = await this.#ports.runtime.state(this.#roomId);
    const now = this.#ports.now();
    const frame = state && fullFrame(state, memberId, now);
    if (!state?.tryOut || !frame) return null;
    const { audience, view, mine } = frame;
    const shared = {
      audience,
      mine,
      now,
      seed: state.tryOut.seed,
      talk: this.#ports.talk,
      since: (what: string) => this.#since(what),
    };
    const sight = {
      ...shared,
      no,
      heard: heardOf(state, state.tryOut),
      visitor: this.#visitorOf(state, state.tryOut),
    };
    if (state.tryOut.alone) return wishAlone(state, state.tryOut, onto<PanelView>(sight, view));
    if (audience === 'candidate') return candidatesWish(onto<CandidateView>(sight, view));
    if (audience === 'host') return hostsWish(onto<PanelView>(sight, view));
    return audience === 'panelist' ? panelistsWish(onto<PanelView>(sight, view)) : null;
  }

  #visitorOf(state: RoomState, { visitorId }: TryOut): Sight<unknown>['visitor'] {
    const visitor: Member | undefined = membersIn(state).find(({ memberId }) => memberId === visitorId);
    const live = currentRound(state)?.liveAskId ?? null;
    const isUp = visitor?.hand ?? false;
    if (live && !isUp) this.#handsDown.add(live);
    return {
      id: visitorId,
      isHere: this.#ports.isHere(this.#roomId, visitorId),
      isGone: this.#isGone(),
      inHotSeat: isInSeat(state, visitorId),
      handIsNews: isUp && live !== null && this.#handsDown.has(live),
    };
  }

  #since(what: string): number {
    const now = this.#ports.now();
    const first = this.#first.get(what) ?? now;
    this.#first.set(what, first);
    return (now - first) / SECOND_MS;
  }
}

/** Whether somebody has practised alone and rated an answer, and there is no scorecard yet. */
export function hasToBeKept(state: RoomState): boolean {
  const round = currentRound(state);
  const visitorId = state.tryOut?.visitorId ?? '';
  const isUnfinished = round !== undefined && round.phase !== 'closed' && round.phase !== 'published';
  return state.tryOut?.alone === true && isUnfinished && round.asks.some(({ first }) => visitorId in first);
}

/** A person who practises alone is asked questions; their own marks say what was heard. */
function wishAlone(state: RoomState, { visitorId }: TryOut, sight: Sight<PanelView>): Command | null {
  if (sight.audience !== 'host' && sight.audience !== 'panelist') return null;
  const isReady = memberOf(state, visitorId)?.ready ?? false;
  return asksAlone({ ...sight, answer: ownAnswer(state, visitorId), isReady });
}

function ownAnswer(state: RoomState, visitorId: string): OwnAnswer | null {
  const ask = liveAsk(currentRound(state));
  if (!ask?.finished) return null;
  const ticks = Object.entries(ask.ticks[visitorId] ?? {});
  return {
    marks: Object.fromEntries(ticks.map(([pointId, { mark }]) => [pointId, mark])),
    isRated: visitorId in ask.first,
  };
}

/** The audience determines the kind of view. */
function onto<View>(sight: Omit<Sight<View>, 'view'>, view: unknown): Sight<View> {
  return { ...sight, view: view as View };
}

/** What anybody in the room hears of the answer to the live question. */
function heardOf(state: RoomState, { visitorId, seed }: TryOut): Heard | null {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!item) return null;
  const answer = isInSeat(state, visitorId) ? null : answerTo(item, seed);
  return answer ? heardIn(answer) : madeUp(item, seed);
}
