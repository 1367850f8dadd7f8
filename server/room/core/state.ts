import type { Settings } from '../../protocol/commands';
import type { Pack, PackItem } from '../../protocol/pack';
import type { Audience, Role, RoundPhase } from '../../protocol/words';
import type { AskedPart } from '../asking';
import type { ClockPart } from '../clock';
import type { ClosingPart } from '../closing';
import type { CodePart } from '../code';
import type { FeedbackPart } from '../feedback';
import type { FindsPart } from '../finds';
import type { ReflectionPart, SelfRatingPart } from '../green-room';
import type { ListeningPart } from '../listening';
import type { NotesPart } from '../notes';
import type { PublishingPart } from '../publishing';
import type { RatingPart } from '../rating';
import type { RevealPart } from '../reveal';
import { isOver } from '../rules';
import type { SideChannelPart } from '../side-channel';
import type { VerdictsPart } from '../verdicts';
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
}

export interface IssuedInvite extends Invite {
  revoked: boolean;
}

/** One item that was asked, with what each concept keeps of it. */
export interface Ask
  extends AskedPart,
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

/** One person's interview, with what each concept keeps of it. */
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
  /** When the round was over; null until then. */
  closedAt: number | null;
  /** Who took part, and as what; fixed when the round is over. */
  participants: { memberId: string; role: Role }[];
}

/**
 * Panelists and observers see the same, so they share a channel. `bench`: a led room's candidate whose round is not
 * the current one, and who sees nothing of it.
 */
export const CHANNELS = ['host', 'panel', 'candidate', 'bench', 'waiting'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface RoomState {
  roomId: string;
  phase: 'lobby' | 'live' | 'ended';
  settings: Settings;
  pack: Pack;
  openedAt: number;
  hostId: string;
  /** The host that somebody took over from, and who may ask for the role back. */
  displacedHostId: string | null;
  hostReturnsTo: string | null;
  members: Member[];
  invites: IssuedInvite[];
  rounds: Round[];
}

export function memberOf(state: RoomState, memberId: string | null): Member | undefined {
  return state.members.find((member) => member.memberId === memberId);
}

/** The member behind any of a person's ids. */
export function memberByPrincipal(state: RoomState, principalIds: readonly string[]): Member | undefined {
  return state.members.find((member) => principalIds.includes(member.principalId));
}

export function membersIn(state: RoomState): Member[] {
  return state.members.filter((member) => member.status === 'in');
}

/** The newest round, finished or not. */
export function currentRound(state: RoomState): Round | undefined {
  return state.rounds.at(-1);
}

export function liveAsk(round: Round | undefined): Ask | undefined {
  return round?.asks.find((ask) => ask.askId === round.liveAskId);
}

export function findAsk(state: RoomState, askId: string): { round: Round; ask: Ask } | undefined {
  for (const round of state.rounds) {
    const ask = round.asks.find((candidate) => candidate.askId === askId);
    if (ask) return { round, ask };
  }
  return undefined;
}

export function itemOf(state: RoomState, itemId: string): PackItem | undefined {
  return (
    state.pack.questions.find((item) => item.id === itemId) ??
    state.pack.exercises.find((item) => item.id === itemId) ??
    (itemId === scratchPad.id ? scratchPad : undefined)
  );
}

/** What a member may see now; null when nothing (removed, left, declined). */
export function audienceOf(state: RoomState, memberId: string): Audience | null {
  const member = memberOf(state, memberId);
  if (!member) return null;
  if (member.status === 'waiting') return 'waiting';
  if (member.status !== 'in') return null;
  if (member.role === 'candidate' || isInSeat(state, memberId)) return 'candidate';
  if (member.role === 'observer') return 'observer';
  return state.hostId === memberId ? 'host' : 'panelist';
}

/** The channel of a member's view; null when they may see nothing. */
export function channelOf(state: RoomState, memberId: string): Channel | null {
  const audience = audienceOf(state, memberId);
  if (audience === 'candidate') return isInSeat(state, memberId) ? 'candidate' : 'bench';
  return audience === 'panelist' || audience === 'observer' ? 'panel' : audience;
}

/** Has the hot seat of the newest round, also after it is published. */
export function isInSeat(state: RoomState, memberId: string): boolean {
  return currentRound(state)?.candidateId === memberId;
}

/** Who counts in ratings and verdicts now: panelists in the room, never the hot seat. */
export function ratersOf(state: RoomState): string[] {
  return membersIn(state)
    .filter((member) => {
      const audience = audienceOf(state, member.memberId);
      return audience === 'panelist' || (audience === 'host' && state.settings.hostRates);
    })
    .map((member) => member.memberId);
}

/** Items that anybody in this room has heard, in any round, also when they were withdrawn. */
export function heardItems(state: RoomState): Set<string> {
  return new Set(state.rounds.flatMap((round) => round.asks.map((ask) => ask.itemId)));
}

/** The round in which a member had the hot seat, once it is over. */
export function roundOf(state: RoomState, memberId: string): Round | undefined {
  return state.rounds.find((round) => round.candidateId === memberId && isOver(round.phase));
}

export function hasSat(state: RoomState, memberId: string): boolean {
  return roundOf(state, memberId) !== undefined;
}
