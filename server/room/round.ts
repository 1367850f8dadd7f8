import type { Sharing } from '../protocol/commands';
import type { ProgressSlice } from '../protocol/view-asking';
import type { PublishedSlice, RoundSlice } from '../protocol/view-room';
import { closeLive } from './asking';
import { withHandsDown, withRound } from './core/change';
import { type Commands, type Evolvers, host, type Occasion } from './core/concept';
import { accept, type Decision, reject } from './core/decision';
import type { EventMeta } from './core/events';
import { inRound } from './core/occasions';
import {
  allRounds,
  currentRound,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
  type Round,
} from './core/state';
import { noReflection } from './green-room';
import { hostDuring, withHost } from './host';
import { remainingReveals } from './reveal';
import { nextCandidate } from './rotation/next';
import { planPeerRound } from './rotation/plan';
import { progressOf } from './rules';
import { noMessages } from './side-channel';
import { areVerdictsComplete, noVerdicts, remainingVerdicts } from './verdicts';

/** A round from its start to its scorecard: asking, deliberating, debrief, published. */

type RoundStarted = {
  type: 'RoundStarted';
  roundId: string;
  candidateId: string;
  /** What can be pushed; null is the whole pack. */
  pool: string[] | null;
  agenda: string[];
  hostId: string;
  /** The host who sits in the hot seat and gets the role back after this round. */
  hostReturnsTo: string | null;
};

export type RoundEvent =
  | RoundStarted
  | { type: 'DeliberationStarted'; roundId: string }
  | { type: 'DebriefOpened'; roundId: string }
  | { type: 'RoundPublished'; roundId: string; sharing: Sharing };

export const commands: Commands<'StartRound' | 'StartDeliberation' | 'OpenDebrief' | 'PublishRound'> = {
  StartRound: {
    may: host,
    decide: (occasion, { candidateId }) => startRound(occasion, candidateId),
  },
  StartDeliberation: {
    may: host,
    decide: inRound(({ round }) => {
      if (round.phase !== 'asking') return reject('wrong-phase');
      return accept(...closeLive(round), { type: 'DeliberationStarted', roundId: round.roundId });
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
  PublishRound: {
    may: host,
    decide: inRound(({ state, round }, command) => {
      if (round.phase !== 'debrief') return reject('wrong-phase');
      const everything = { ratings: true, keyPoints: true, verdicts: true };
      const sharing = state.settings.format === 'peer' ? everything : command.sharing;
      return accept({ type: 'RoundPublished', roundId: round.roundId, sharing });
    }),
  },
};

/** The one action that opens a round: the first, and in a peer room the rotation to the next person. */
function startRound({ state, by, heardBefore, roundKey }: Occasion, candidateId: string | null): Decision {
  const last = currentRound(state);
  if (last && last.phase !== 'published') return reject('round-live');
  const candidate = candidateId === null ? nextCandidate(state) : memberOf(state, candidateId);
  if (candidate?.status !== 'in') return reject('no-candidate');
  const isPeer = state.settings.format === 'peer';
  if (candidate.role !== (isPeer ? 'panelist' : 'candidate')) return reject('no-candidate');
  const host = hostDuring(state, by, candidate, last);
  if (!host) return reject('no-panel');
  const panel = membersIn(state).filter(
    (member) =>
      member.role === 'panelist' &&
      member.memberId !== candidate.memberId &&
      (member.memberId !== host.hostId || state.settings.hostRates),
  );
  if (panel.length === 0) return reject('no-panel');
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

/** No round has it, also none that was discarded. */
function freeRoundId(state: RoomState, roundKey = allRounds(state).length + 1): string {
  const isTaken = allRounds(state).some(({ roundId }) => roundId === `r${roundKey}`);
  return isTaken ? freeRoundId(state, roundKey + 1) : `r${roundKey}`;
}

export const evolvers: Evolvers<RoundEvent> = {
  RoundStarted: started,
  DeliberationStarted: (state, { roundId }) =>
    withRound(withHandsDown(state), roundId, (round) => ({ ...round, phase: 'deliberating' })),
  DebriefOpened: (state, { roundId }) =>
    withRound(state, roundId, (round) => ({ ...round, phase: 'debrief' })),
  RoundPublished: (state, { roundId, sharing }, { at }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      phase: 'published',
      participants: participants(state, round),
      published: { at, sharing },
    })),
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
    ...noVerdicts,
    ...noReflection,
    ...noMessages,
    participants: [],
    published: null,
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

/** Everyone in the room when the round is published, and those who took part and left on their own. */
function participants(state: RoomState, round: Round): Round['participants'] {
  const asRole = (member: Member) =>
    member.memberId === round.candidateId
      ? ({ memberId: member.memberId, role: 'candidate' } as const)
      : { memberId: member.memberId, role: member.role };
  const tookPart = (member: Member) =>
    member.memberId === round.candidateId ||
    round.asks.some((ask) => member.memberId in ask.first || ask.askedBy === member.memberId);
  const gone = state.members.filter((member) => member.status === 'left' && tookPart(member));
  return [...membersIn(state), ...gone]
    .filter((member) => member.role !== 'candidate' || member.memberId === round.candidateId)
    .map(asRole);
}

export function roundSlice(state: RoomState): RoundSlice {
  const round = currentRound(state);
  if (!round) return null;
  const isPeer = state.settings.format === 'peer';
  return {
    roundId: round.roundId,
    no: round.no,
    of: isPeer ? Math.max(round.no, seatsInAll(state)) : null,
    phase: round.phase,
    candidateId: round.candidateId,
    nextId: isPeer ? (nextCandidate(state)?.memberId ?? null) : null,
    startedAt: round.startedAt,
    publishedAt: round.published?.at ?? null,
  };
}

/** Which number the round of a led room has says how many candidates there were before. */
export function candidateRound(state: RoomState): RoundSlice {
  const round = roundSlice(state);
  return round && state.settings.format === 'led' ? { ...round, no: 1 } : round;
}

/** People who have had the hot seat, or are still here to take it. */
function seatsInAll(state: RoomState): number {
  const here = membersIn(state).filter((member) => member.role === 'panelist');
  return new Set([
    ...here.map((member) => member.memberId),
    ...state.rounds.map((round) => round.candidateId),
  ]).size;
}

export function publishedSlice(state: RoomState): PublishedSlice {
  const round = currentRound(state);
  if (!round?.published) return null;
  return { roundId: round.roundId, at: round.published.at, sharing: round.published.sharing };
}

/** How far the round is: of what comes, only how much. */
export function progressSlice(state: RoomState): ProgressSlice {
  const round = currentRound(state);
  return round ? progressOf(round.agenda, round.asks) : { asked: 0, planned: 0 };
}
