import { assertNever } from './assert-never';
import type { EventMeta, RoomEvent } from './events';
import { type Member, membersIn, type RoomState, type Round } from './state';

const ROUND_EVENTS = [
  'RoundStarted',
  'MessageSent',
  'DeliberationStarted',
  'ReflectionWritten',
  'VerdictSubmitted',
  'VerdictExcused',
  'VerdictsOpened',
  'DebriefOpened',
  'RoundPublished',
] as const;
type RoundEvent = Extract<RoomEvent, { type: (typeof ROUND_EVENTS)[number] }>;

export function isRoundEvent(event: RoomEvent): event is RoundEvent {
  return ROUND_EVENTS.some((type) => type === event.type);
}

export function evolveRound(state: RoomState, event: RoundEvent, meta: EventMeta): RoomState {
  switch (event.type) {
    case 'RoundStarted':
      return started(state, event, meta);
    case 'MessageSent':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        messages: [
          ...round.messages,
          { id: `m${event.messageNo}`, memberId: meta.by ?? '', text: event.text, at: meta.at },
        ],
      }));
    case 'DeliberationStarted':
      return withRound(lowered(state), event.roundId, (round) => ({ ...round, phase: 'deliberating' }));
    case 'ReflectionWritten':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        reflection: { text: event.text, shared: event.shared, at: meta.at },
      }));
    case 'VerdictSubmitted':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        excused: round.excused.filter((memberId) => memberId !== meta.by),
        verdicts: {
          ...round.verdicts,
          [meta.by ?? '']: { verdict: event.verdict, rationale: event.rationale, at: meta.at },
        },
      }));
    case 'VerdictExcused':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        excused: [...round.excused, event.memberId],
      }));
    case 'VerdictsOpened':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        verdictsOpened: { at: meta.at, panel: event.panel },
      }));
    case 'DebriefOpened':
      return withRound(state, event.roundId, (round) => ({ ...round, phase: 'debrief' }));
    case 'RoundPublished':
      return withRound(state, event.roundId, (round) => ({
        ...round,
        phase: 'published',
        participants: participants(state, round),
        published: { at: meta.at, sharing: event.sharing },
      }));
    default:
      return assertNever(event);
  }
}

function started(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'RoundStarted' }>,
  meta: EventMeta,
): RoomState {
  const round: Round = {
    roundId: event.roundId,
    no: state.rounds.length + 1,
    candidateId: event.candidateId,
    startedAt: meta.at,
    phase: 'asking',
    pool: event.pool,
    agenda: event.agenda,
    asks: [],
    liveAskId: null,
    verdicts: {},
    excused: [],
    verdictsOpened: null,
    reflection: null,
    messages: [],
    participants: [],
    published: null,
  };
  return {
    ...state,
    phase: 'live',
    hostId: event.hostId,
    hostReturnsTo: event.hostReturnsTo,
    displacedHostId: state.displacedHostId === event.hostId ? null : state.displacedHostId,
    members: lowered(state).members,
    rounds: [...state.rounds, round],
  };
}

/** Every hand down: what it was raised for is over. */
function lowered(state: RoomState): RoomState {
  return { ...state, members: state.members.map((member) => ({ ...member, hand: false })) };
}

/** Whoever is in the room when the round is published, or left it of their own will after taking part. */
function participants(state: RoomState, round: Round): Round['participants'] {
  const asRole = (member: Member) =>
    member.memberId === round.candidateId
      ? ({ memberId: member.memberId, role: 'candidate' } as const)
      : { memberId: member.memberId, role: member.role };
  const wrote = (member: Member) =>
    member.memberId === round.candidateId ||
    round.asks.some((ask) => member.memberId in ask.first || ask.askedBy === member.memberId);
  const gone = state.members.filter((member) => member.status === 'left' && wrote(member));
  return [...membersIn(state), ...gone]
    .filter((member) => member.role !== 'candidate' || member.memberId === round.candidateId)
    .map(asRole);
}

export function withRound(state: RoomState, roundId: string, change: (round: Round) => Round): RoomState {
  return {
    ...state,
    rounds: state.rounds.map((round) => (round.roundId === roundId ? change(round) : round)),
  };
}
