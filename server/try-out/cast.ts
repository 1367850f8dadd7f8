import type { Command } from '../protocol/commands';
import type { CandidateView, PanelView } from '../protocol/views';
import { currentRound, isSimulated, membersIn, type RoomState, type TryOut } from '../room/core/state';
import { fullFrame } from '../room/core/views';
import { randomId } from '../runtime/random-id';
import type { RoomCommands } from '../runtime/room-commands';
import { candidatesWish } from './candidate';
import { hostsWish } from './host';
import { type Overheard, overheard } from './overheard';
import { panelistsWish } from './panelist';
import { asksAlone } from './practice';
import type { Pace } from './said';
import { SECOND_MS, type Sight } from './sight';

export interface CastPorts {
  runtime: Pick<RoomCommands, 'state' | 'handle'>;
  /** Marks members as connected who have no window. */
  shows(roomId: string, memberIds: readonly string[]): void;
  /** Whether a member has a window open. */
  isHere(roomId: string, memberId: string): boolean;
  now(): number;
  pace: Pace;
}

/** Milliseconds that the cast waits in an empty room for its visitor to return. */
const EMPTY_MS = 10 * 60_000;

/**
 * The simulated people of one room. Each decides in turn what to do next, and knows what anybody in their seat would:
 * their view, their own part, and what there is to hear (`overheard`). They act through ordinary commands.
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
    this.awayMs(visitorId);
    if (state.phase === 'ended' || now >= until) return true;
    // First make the scorecard of what somebody rated alone.
    return this.#isGone() && !hasToBeKept(state);
  }

  /** How long the visitor has been away; 0 while they are here. */
  awayMs(visitorId: string): number {
    const now = this.#ports.now();
    if (this.#ports.isHere(this.#roomId, visitorId)) this.#visitorSeen = now;
    return now - this.#visitorSeen;
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
      since: (what: string) => this.#since(what),
    };
    const told = overheard(state, state.tryOut, this.#ports.pace);
    const sight = { ...shared, no, heard: told.heard, visitor: this.#visitorOf(told) };
    if (state.tryOut.alone)
      return audience === 'host' || audience === 'panelist'
        ? asksAlone({
            ...onto<PanelView>(sight, view),
            answer: told.answer,
            isReady: told.visitor.isReady,
          })
        : null;
    if (audience === 'candidate') return candidatesWish(onto<CandidateView>(sight, view));
    if (audience === 'host') return hostsWish(onto<PanelView>(sight, view));
    return audience === 'panelist' ? panelistsWish(onto<PanelView>(sight, view)) : null;
  }

  #visitorOf({ visitor }: Overheard): Sight<unknown>['visitor'] {
    const { id, inHotSeat, handIsUp, liveAskId, workedAt, hasRatedThemselves } = visitor;
    if (liveAskId && !handIsUp) this.#handsDown.add(liveAskId);
    return {
      id,
      isHere: this.#ports.isHere(this.#roomId, id),
      isGone: this.#isGone(),
      inHotSeat,
      handIsNews: handIsUp && liveAskId !== null && this.#handsDown.has(liveAskId),
      workedAt,
      hasRatedThemselves,
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

/** The audience determines the kind of view. */
function onto<View>(sight: Omit<Sight<View>, 'view'>, view: unknown): Sight<View> {
  return { ...sight, view: view as View };
}
