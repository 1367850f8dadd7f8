import type { Command } from '../protocol/commands';
import { LIMITS } from '../protocol/words';
import { assertNever } from './assert-never';
import { allVerdictsAreIn, mayBeRevealed, verdictPanel } from './consequences';
import { type Asking, accept, type Decision, nothing, type RoomCommand, reject } from './decision';
import type { RoomEvent } from './events';
import { type HeardBefore, peersToSit, planPeerRound } from './plan';
import {
  currentRound,
  hasSat,
  liveAsk,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
  type Round,
  ratersOf,
} from './state';

const ROUND_COMMANDS = [
  'StartRound',
  'SendMessage',
  'StartDeliberation',
  'WriteReflection',
  'SubmitVerdict',
  'ExcuseVerdict',
  'OpenDebrief',
  'PublishRound',
] as const;
type RoundCommand = Extract<Command, { type: (typeof ROUND_COMMANDS)[number] }>;

export function isRoundCommand(command: RoomCommand): command is RoundCommand {
  return ROUND_COMMANDS.some((type) => type === command.type);
}

export function decideRound(
  { state, by }: Asking,
  command: RoundCommand,
  heardBefore: HeardBefore,
): Decision {
  if (command.type === 'StartRound') return startRound(state, by, command.candidateId, heardBefore);
  if (command.type === 'WriteReflection') return writeReflection(state, by, command);
  const round = currentRound(state);
  if (!round) return reject('no-round');
  if (round.roundId !== command.roundId) return reject('wrong-phase');
  const { roundId } = round;
  switch (command.type) {
    case 'SendMessage':
      if (round.messages.length >= LIMITS.messagesPerRound) return reject('too-many');
      return accept({
        type: 'MessageSent',
        roundId,
        text: command.text,
        messageNo: round.messages.length + 1,
      });
    case 'StartDeliberation': {
      if (round.phase !== 'asking') return reject('wrong-phase');
      return accept(...closeLive(round), { type: 'DeliberationStarted', roundId });
    }
    case 'SubmitVerdict':
      return submitVerdict(state, round, by, command);
    case 'ExcuseVerdict':
      return excuse(state, round, command.memberId);
    case 'OpenDebrief':
      if (round.phase !== 'deliberating') return reject('wrong-phase');
      if (!round.verdictsOpened && !allVerdictsAreIn(state, round)) return reject('verdicts-missing');
      return accept(...remainingReveals(state, round), ...remainingVerdicts(state, round), {
        type: 'DebriefOpened',
        roundId,
      });
    case 'PublishRound': {
      if (round.phase !== 'debrief') return reject('wrong-phase');
      const everything = { ratings: true, keyPoints: true, verdicts: true };
      const sharing = state.settings.format === 'peer' ? everything : command.sharing;
      return accept({ type: 'RoundPublished', roundId, sharing });
    }
    default:
      return assertNever(command);
  }
}

/** The one action that opens a round: the first, and in a peer room the rotation to the next person. */
function startRound(
  state: RoomState,
  by: string,
  candidateId: string | null,
  heardBefore: HeardBefore,
): Decision {
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
    roundId: `r${state.rounds.length + 1}`,
    candidateId: candidate.memberId,
    ...plan,
    ...host,
  });
}

/** Peer: who joined first of those that have not sat. Led: the candidate whose round is still to come. */
export function nextCandidate(state: RoomState): Member | undefined {
  if (state.settings.format === 'peer') return peersToSit(state)[0];
  return membersIn(state).find((member) => member.role === 'candidate' && !hasSat(state, member.memberId));
}

/**
 * Who steers the round. A host cannot steer from the hot seat: the candidate before stands in (else whoever joined
 * first), and the role goes back by itself with the next round.
 */
function hostDuring(
  state: RoomState,
  by: string,
  candidate: Member,
  last: Round | undefined,
): { hostId: string; hostReturnsTo: string | null } | null {
  const returning = memberOf(state, state.hostReturnsTo);
  const returns = returning?.status === 'in' && returning.role === 'panelist';
  const owner = returns && returning ? returning.memberId : by;
  if (owner !== candidate.memberId) return { hostId: owner, hostReturnsTo: null };
  if (by !== candidate.memberId) return { hostId: by, hostReturnsTo: owner };
  const others = membersIn(state).filter(
    (member) => member.role === 'panelist' && member.memberId !== candidate.memberId,
  );
  const standIn = others.find((member) => member.memberId === last?.candidateId) ?? others[0];
  return standIn ? { hostId: standIn.memberId, hostReturnsTo: owner } : null;
}

function closeLive(round: Round): RoomEvent[] {
  const live = liveAsk(round);
  return live ? [{ type: 'AskClosed', askId: live.askId }] : [];
}

/** The debrief talks about ratings, so whatever somebody has rated opens with it. */
function remainingReveals(state: RoomState, round: Round): RoomEvent[] {
  const panel = ratersOf(state);
  return round.asks
    .filter((ask) => mayBeRevealed(ask) && panel.some((memberId) => memberId in ask.first))
    .map((ask) => ({ type: 'AskRevealed', askId: ask.askId, panel }));
}

/** Verdicts open by themselves once one is given and none is missing; where nobody can give one, with the debrief. */
function remainingVerdicts(state: RoomState, round: Round): RoomEvent[] {
  const { roundId, verdictsOpened } = round;
  return verdictsOpened ? [] : [{ type: 'VerdictsOpened', roundId, panel: verdictPanel(state, round) }];
}

/** The candidate's own words are taken whenever they arrive, so that a lost connection loses none. */
function writeReflection(
  state: RoomState,
  by: string,
  { roundId, text, shared }: Extract<RoundCommand, { type: 'WriteReflection' }>,
): Decision {
  const round = state.rounds.find((other) => other.roundId === roundId);
  if (round?.candidateId !== by) return reject('not-allowed');
  if (round.phase === 'asking') return reject('wrong-phase');
  if (round.reflection?.text === text && round.reflection.shared === shared) return nothing;
  return accept({ type: 'ReflectionWritten', roundId, text, shared });
}

function submitVerdict(
  state: RoomState,
  round: Round,
  by: string,
  command: Extract<RoundCommand, { type: 'SubmitVerdict' }>,
): Decision {
  if (!ratersOf(state).includes(by)) return reject('not-a-rater');
  if (round.phase !== 'deliberating') return reject('wrong-phase');
  if (round.verdictsOpened) return reject('verdicts-open');
  const { roundId } = round;
  return accept({
    type: 'VerdictSubmitted',
    roundId,
    verdict: command.verdict,
    rationale: command.rationale,
  });
}

function excuse(state: RoomState, round: Round, memberId: string): Decision {
  if (round.phase !== 'deliberating' || round.verdictsOpened) return reject('wrong-phase');
  if (!ratersOf(state).includes(memberId)) return reject('not-found');
  if (round.excused.includes(memberId)) return nothing;
  return accept({ type: 'VerdictExcused', roundId: round.roundId, memberId });
}
