import type { ProgressSlice } from '../protocol/view-asking';
import type { RoundSlice } from '../protocol/view-room';
import type { RoundPhase } from '../protocol/words';
import { closeLive } from './asking';
import { notClosed } from './closing';
import { withHandsDown, withRound } from './core/change';
import { type Commands, type Evolvers, host, type Occasion } from './core/concept';
import { accept, type Decision, reject } from './core/decision';
import type { EventMeta } from './core/events';
import { inRound } from './core/occasions';
import {
  allRounds,
  type Channel,
  currentRound,
  isLobbyOpen,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
  type Round,
  type Scene,
  type SceneRound,
} from './core/state';
import { noFeedback } from './feedback';
import { noReflection } from './green-room';
import { hostDuring, withHost } from './host';
import { notPublished } from './publishing';
import { remainingReveals } from './reveal';
import { nextCandidate } from './rotation/next';
import { planPeerRound } from './rotation/plan';
import { isOnPanel, isOver, progressOf } from './rules';
import { noMessages } from './side-channel';
import { areVerdictsComplete, noVerdicts, remainingVerdicts } from './verdicts';

/** A round from its start to its debrief. Its end is in `closing.ts` and `publishing.ts`. */

type RoundStarted = {
  type: 'RoundStarted';
  roundId: string;
  candidateId: string;
  /** What can be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
  hostId: string;
  /** The host who has the hot seat now and gets the role back after this round. */
  hostReturnsTo: string | null;
};

export type RoundEvent =
  | RoundStarted
  /** `liveAskId`: the ask that this closed, if one was live; an event of an earlier version does not say. */
  | { type: 'DeliberationStarted'; roundId: string; liveAskId?: string }
  | { type: 'DebriefOpened'; roundId: string };

export const commands: Commands<'StartRound' | 'StartDeliberation' | 'OpenDebrief'> = {
  StartRound: {
    may: host,
    decide: (occasion, { candidateId }) => startRound(occasion, candidateId),
  },
  StartDeliberation: {
    may: host,
    decide: inRound(({ round }) => {
      if (round.phase !== 'asking') return reject('wrong-phase');
      const { roundId, liveAskId } = round;
      return accept(...closeLive(round), {
        type: 'DeliberationStarted',
        roundId,
        ...(liveAskId !== null && { liveAskId }),
      });
    }),
  },
  OpenDebrief: {
    may: host,
    decide: inRound(({ state, round }) => {
      if (round.phase !== 'deliberating') return reject('wrong-phase');
      if (!round.verdictsOpened && !areVerdictsComplete(state, round)) return reject('verdicts-missing');
      return accept(...remainingReveals(state, round), ...remainingVerdicts(state, round), {
        type: 'DebriefOpened',
        roundId: round.roundId,
      });
    }),
  },
};

/** The one action that starts a round, both the first one and, in a peer room, the rotation to the next person. */
function startRound({ state, by, heardBefore, roundKey }: Occasion, candidateId: string | null): Decision {
  const last = currentRound(state);
  if (last && !isOver(last.phase)) return reject('round-live');
  if (!isLobbyOpen(state)) return reject('lobby-closed');
  const candidate = candidateId === null ? nextCandidate(state) : memberOf(state, candidateId);
  if (candidate?.status !== 'in') return reject('no-candidate');
  const isPeer = state.settings.format === 'peer';
  if (candidate.role !== (isPeer ? 'panelist' : 'candidate')) return reject('no-candidate');
  const host = hostDuring(state, by, candidate, last);
  if (!host) return reject('no-panel');
  const asks = ({ role, memberId }: Member) =>
    isOnPanel(role, memberId === candidate.memberId, memberId === host.hostId && !state.settings.hostRates);
  if (!membersIn(state).some(asks)) return reject('no-panel');
  const plan = isPeer
    ? planPeerRound(state, candidate.memberId, heardBefore)
    : { pool: null, agenda: state.settings.agenda };
  if (isPeer && plan.pool?.length === 0) return reject('nothing-unheard');
  return accept({
    type: 'RoundStarted',
    roundId: freeRoundId(state, roundKey),
    candidateId: candidate.memberId,
    ...plan,
    ...host,
  });
}

/** A number that no round has, not even a discarded one. */
function freeRoundId(state: RoomState, roundKey = allRounds(state).length + 1): string {
  const isTaken = allRounds(state).some(({ roundId }) => roundId === `r${roundKey}`);
  return isTaken ? freeRoundId(state, roundKey + 1) : `r${roundKey}`;
}

export const evolvers: Evolvers<RoundEvent> = {
  RoundStarted: started,
  DeliberationStarted: (state, { roundId, liveAskId = null }) =>
    withRound(withHandsDown(state), roundId, (round) => ({
      ...round,
      phase: 'deliberating',
      finishedOn: liveAskId,
    })),
  DebriefOpened: (state, { roundId }) =>
    withRound(state, roundId, (round) => ({ ...round, phase: 'debrief' })),
};

function started(state: RoomState, event: RoundStarted, { at }: EventMeta): RoomState {
  const round: Round = {
    roundId: event.roundId,
    no: state.rounds.length + 1,
    candidateId: event.candidateId,
    startedAt: at,
    phase: 'asking',
    pool: event.pool,
    agenda: event.agenda,
    asks: [],
    liveAskId: null,
    finishedOn: null,
    ...noVerdicts,
    ...noReflection,
    ...noMessages,
    ...notClosed,
    ...noFeedback,
    ...notPublished,
    closedAt: null,
    participants: [],
  };
  return withHandsDown({
    ...state,
    phase: 'live',
    hostId: event.hostId,
    hosts: withHost(state, event.hostId),
    hostReturnsTo: event.hostReturnsTo,
    displacedHostId: state.displacedHostId === event.hostId ? null : state.displacedHostId,
    rounds: [...state.rounds, round],
  });
}

export function roundSlice(state: Scene, channel: Channel): RoundSlice {
  const round = currentRound(state);
  if (!round) return null;
  const isPeer = state.settings.format === 'peer';
  return {
    roundId: round.roundId,
    no: round.no,
    of: isPeer ? Math.max(round.no, seatsInAll(state)) : null,
    phase: channel === 'candidate' ? phaseInSeat(state, round) : round.phase,
    candidateId: round.candidateId,
    nextId: isPeer ? (nextCandidate(state)?.memberId ?? null) : null,
    startedAt: round.startedAt,
    publishedAt: round.published?.at ?? null,
  };
}

/** The number of a led room's round would tell how many candidates there were before. */
export function candidateRound(state: Scene): RoundSlice {
  const round = roundSlice(state, 'candidate');
  return round && state.settings.format === 'led' ? { ...round, no: 1 } : round;
}

/** A led panel debriefs in private until it calls the candidate back; until then nothing changes in the green room. */
function phaseInSeat({ settings }: Scene, { phase, calledBack }: SceneRound): RoundPhase {
  return phase === 'debrief' && settings.format === 'led' && !calledBack ? 'deliberating' : phase;
}

/** People who have had the hot seat, or are still here to have it. */
function seatsInAll(state: Scene): number {
  const here = membersIn(state).filter((member) => member.role === 'panelist');
  return new Set([
    ...here.map((member) => member.memberId),
    ...state.rounds.map((round) => round.candidateId),
  ]).size;
}

/** How far the round is. It says only how much is still to come, not what. */
export function progressSlice(state: Scene): ProgressSlice {
  const round = currentRound(state);
  return round ? progressOf(round.agenda, round.asks) : { asked: 0, planned: 0 };
}
