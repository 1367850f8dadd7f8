import type { Settings } from '../../protocol/commands';
import type { Pack, PackItem } from '../../protocol/pack';
import type { Audience, Role, RoundPhase } from '../../protocol/words';
import type { AlonePart } from '../alone';
import type { AskedPart } from '../asking';
import type { ClockPart } from '../clock';
import type { ClosingPart } from '../closing';
import type { CodePart } from '../code';
import type { FeedbackPart } from '../feedback';
import type { FindsPart } from '../finds';
import type { ReflectionPart, SelfRatingPart } from '../green-room';
import type { HomeReading } from '../home-reading';
import type { ListeningPart } from '../listening';
import type { NotesPart } from '../notes';
import type { PublishingPart } from '../publishing';
import type { RatingPart } from '../rating';
import type { RevealPart } from '../reveal';
import { isOver } from '../rules';
import type { SideChannelPart } from '../side-channel';
import type { VerdictsPart } from '../verdicts';
import type { SampleRef, WarmUp } from '../warm-up';
import { scratchPad } from './scratch-pad';

/** An invite as the record keeps it: never the token, only its SHA-256 (hex). */
export interface Invite {
  inviteId: string;
  role: Role;
  tokenHash: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface NewMember {
  memberId: string;
  principalId: string;
  name: string;
  role: Role;
  inviteId: string | null;
}

export type MemberStatus = 'waiting' | 'in' | 'declined' | 'left' | 'removed';

export interface Member extends NewMember {
  status: MemberStatus;
  ready: boolean;
  hand: boolean;
  /** Other ids of this person that have the same seat, for instance on another device. */
  otherIds: readonly string[];
  /** How those that came later got it, oldest first. */
  moves: readonly Move[];
  /** The link by which they get this seat back; null until they ask for one. The token itself is never kept. */
  returnLink: { returnId: string; tokenHash: string } | null;
  /** When they were first let in: the number of rounds, and of asks in the newest one. Null until then. */
  arrived: { rounds: number; asks: number } | null;
  /** When their round is meant to begin, as far as they were told; null if nobody said. */
  startsAt: number | null;
  /** The time that they were told, if the host took it back. */
  calledOff: number | null;
  /** The round in which they joined late but asked the panel to wait for them. */
  takesPartIn: string | null;
  /** When the host last changed their name; null once they change it themselves. */
  correctedAt: number | null;
  /** How often the host declined them. */
  declines: number;
  /** The room ended while they waited. */
  turnedAway: boolean;
}

/** A further id of a person got their seat: by their return link, or from the host. */
export interface Move {
  principalId: string;
  at: number;
  /** The host who gave it; null if they used their return link. */
  givenBy: string | null;
}

export interface IssuedInvite extends Invite {
  revoked: boolean;
  /** The time that it told of, if the host took it back. */
  calledOff: number | null;
}

/** One item that was asked, with what each concept keeps about it. */
export interface Ask
  extends AlonePart,
    AskedPart,
    ClockPart,
    CodePart,
    FindsPart,
    ListeningPart,
    NotesPart,
    RatingPart,
    RevealPart,
    SelfRatingPart {
  askId: string;
  no: number;
  itemId: string;
  askedBy: string;
  askedAt: number;
}

/** One person's interview, with what each concept keeps about it. */
export interface Round
  extends VerdictsPart,
    ReflectionPart,
    SideChannelPart,
    ClosingPart,
    FeedbackPart,
    PublishingPart {
  roundId: string;
  no: number;
  candidateId: string;
  startedAt: number;
  phase: RoundPhase;
  pool: string[] | null;
  agenda: string[];
  asks: Ask[];
  liveAskId: string | null;
  /** The ask that was live when asking ended; null if there was none. */
  finishedOn: string | null;
  /** When the round was over; null until then. */
  closedAt: number | null;
  /** Who took part, and as what; fixed when the round is over. */
  participants: { memberId: string; role: Role }[];
}

/**
 * Panelists and observers see the same, so they share a channel. `bench`: a candidate of a led room whose round is not
 * the current one; they see nothing of it.
 */
export const CHANNELS = ['host', 'panel', 'candidate', 'bench', 'waiting'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One visitor among simulated people, for a day: to try things out, or to practise alone. */
export interface TryOut {
  visitorId: string;
  /** Milliseconds since the epoch: then the room is over, and is deleted. */
  until: number;
  /** Decides what the simulated people do. */
  seed: number;
  /** The visitor practises in the hot seat, and rates their own answers; the scorecard stays. */
  alone?: true;
}

export interface RoomState {
  roomId: string;
  phase: 'lobby' | 'live' | 'ended';
  settings: Settings;
  pack: Pack;
  openedAt: number;
  hostId: string;
  /** The host from whom somebody took over, and who may ask for the role back. */
  displacedHostId: string | null;
  hostReturnsTo: string | null;
  /** Everyone who has been host, beginning with the person who opened the room: they saw every link. */
  hosts: string[];
  /** Whether the person who opened the room has handed it over themselves. */
  openerGaveUp: boolean;
  /** Decides which questions peers are dealt; nobody is told it. Empty in a room from before such secrets. */
  seed: string;
  members: Member[];
  invites: IssuedInvite[];
  rounds: Round[];
  /** Rounds that were started by mistake: their questions count as heard, and their ids stay taken. */
  discarded: Round[];
  /** Null for any room that people open for themselves. */
  tryOut: TryOut | null;
  homeReading: HomeReading | null;
  /** Whether people besides the host get further than the waiting room. Open unless a time was set. */
  lobbyOpen: boolean;
  /** The newest; null until there was one. */
  warmUp: WarmUp | null;
  /** Samples of all warm-ups so far. */
  warmedUp: SampleRef[];
}

/** What people write on an ask while it is live and after: most commands change nothing else. */
export const WRITTEN_ON_ASKS = {
  ticks: true,
  stars: true,
  notes: true,
  finds: true,
  first: true,
  second: true,
} as const satisfies { [K in keyof Ask]?: true };

export const WRITTEN_IN_ROUNDS = { messages: true } as const satisfies { [K in keyof Round]?: true };

/** A room without what people write in it. Most parts of the views are made of this alone, so they stay as they are meanwhile. */
export type Scene = Omit<RoomState, 'rounds' | 'discarded'> & {
  rounds: SceneRound[];
  discarded: SceneRound[];
};
export type SceneRound = Omit<Round, keyof typeof WRITTEN_IN_ROUNDS | 'asks'> & { asks: SceneAsk[] };
export type SceneAsk = Omit<Ask, keyof typeof WRITTEN_ON_ASKS>;

/** What the ids of simulated people begin with; a real person's is `pr_…`. */
export const SIMULATED = 'simulated/';

/** Somebody whom a try-out made, and who is acted for. */
export const isSimulated = ({ principalId }: Pick<Member, 'principalId'>): boolean =>
  principalId.startsWith(SIMULATED);

export function memberOf(state: Pick<RoomState, 'members'>, memberId: string | null): Member | undefined {
  return state.members.find((member) => member.memberId === memberId);
}

/** The member behind any of a person's ids. */
export function memberByPrincipal(state: RoomState, principalIds: readonly string[]): Member | undefined {
  return state.members.find((member) =>
    [member.principalId, ...member.otherIds].some((id) => principalIds.includes(id)),
  );
}

export function membersIn(state: Pick<RoomState, 'members'>): Member[] {
  return state.members.filter((member) => member.status === 'in');
}

/** The newest round, finished or not. */
export function currentRound<R extends SceneRound>(state: { rounds: R[] }): R | undefined {
  return state.rounds.at(-1);
}

export function liveAsk<A extends SceneAsk>(
  round: { liveAskId: string | null; asks: A[] } | undefined,
): A | undefined {
  return round?.asks.find((ask) => ask.askId === round.liveAskId);
}

export function findAsk(state: RoomState, askId: string): { round: Round; ask: Ask } | undefined {
  for (const round of state.rounds) {
    const ask = round.asks.find((candidate) => candidate.askId === askId);
    if (ask) return { round, ask };
  }
  return undefined;
}

export function itemOf(state: Pick<RoomState, 'pack'>, itemId: string): PackItem | undefined {
  return (
    state.pack.questions.find((item) => item.id === itemId) ??
    state.pack.exercises.find((item) => item.id === itemId) ??
    (itemId === scratchPad.id ? scratchPad : undefined)
  );
}

/** The audience that a member belongs to now; null when they may see nothing (removed, left, declined). */
export function audienceOf(state: Scene, memberId: string): Audience | null {
  const member = memberOf(state, memberId);
  if (!member) return null;
  if (member.status === 'waiting') return 'waiting';
  if (member.status !== 'in') return null;
  if (!isLobbyOpen(state) && memberId !== state.hostId) return 'waiting';
  if (member.role === 'candidate' || isInSeat(state, memberId)) return 'candidate';
  if (member.role === 'observer') return 'observer';
  return state.hostId === memberId ? 'host' : 'panelist';
}

/** A room that has ended keeps nobody waiting for its lobby. */
export function isLobbyOpen({ lobbyOpen, phase }: Pick<RoomState, 'lobbyOpen' | 'phase'>): boolean {
  return lobbyOpen || phase === 'ended';
}

/** The channel of a member's view; null when they may see nothing. */
export function channelOf(state: Scene, memberId: string): Channel | null {
  const audience = audienceOf(state, memberId);
  if (audience === 'candidate') return isInSeat(state, memberId) ? 'candidate' : 'bench';
  return audience === 'panelist' || audience === 'observer' ? 'panel' : audience;
}

/**
 * The member in the hot seat of the newest round. A led candidate leaves it when their round is over: if they left it when
 * the next one starts, that would tell them of it. A peer has it until then, and does not get it back when that round is
 * discarded, since they may be the host by now.
 */
export function isInSeat(state: Scene, memberId: string): boolean {
  const round = currentRound(state);
  if (round?.candidateId !== memberId) return false;
  if (!isOver(round.phase)) return true;
  // A room to try things out in has one candidate.
  if (state.settings.format === 'led') return state.tryOut !== null;
  return !state.discarded.some(({ startedAt }) => startedAt > round.startedAt);
}

/**
 * The people who count in ratings and verdicts now: panelists in the room, never the hot seat. A person who practises alone
 * rates their own answers, and nobody else does.
 */
export function ratersOf(state: Scene): string[] {
  if (state.tryOut?.alone) return [state.tryOut.visitorId];
  return membersIn(state)
    .filter((member) => {
      const audience = audienceOf(state, member.memberId);
      return audience === 'panelist' || (audience === 'host' && state.settings.hostRates);
    })
    .map((member) => member.memberId);
}

/** Every round that was started, including discarded ones. */
export function allRounds<R extends SceneRound>(state: { rounds: R[]; discarded: R[] }): R[] {
  return [...state.rounds, ...state.discarded];
}

/** Items that anybody in this room has heard, in any round, even if they were withdrawn. */
export function heardItems(state: RoomState): Set<string> {
  return new Set(allRounds(state).flatMap((round) => round.asks.map((ask) => ask.itemId)));
}

/** The round in which a member had the hot seat, once it is over. */
export function roundOf<R extends SceneRound>(state: { rounds: R[] }, memberId: string): R | undefined {
  return state.rounds.find((round) => round.candidateId === memberId && isOver(round.phase));
}

export function hasSat(state: Pick<Scene, 'rounds'>, memberId: string): boolean {
  return roundOf(state, memberId) !== undefined;
}
