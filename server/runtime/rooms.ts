import type {
  AgendaWish,
  PlanForecast,
  SlotSuggestion,
  SlotsWish,
  Suggestion,
} from '../protocol/agenda-wish';
import type { Bank } from '../protocol/bank';
import type { FeedbackReaders, NoteReaders } from '../protocol/http-answers';
import type { Preparation } from '../protocol/preparation';
import type { FeedbackWish, InviteWish, NoteSharing, RoomSetup } from '../protocol/requests';
import type { Format, Role } from '../protocol/words';
import type { MemberStatus } from '../room/core/state';
import type { Principal } from './principal';
import type { Rejection } from './rejection';

/** A value, or a rejection with its stable code and a sentence for the person. */
export type Outcome<T> = { ok: true; value: T } | Rejection;

/** What a person with an invite link may know before they join. */
export interface InvitePeek {
  roomTitle: string;
  format: Format;
  role: Role;
  hostName: string;
  /** When the next round is meant to begin (ms); null if nobody said. */
  startsAt: number | null;
  /** The time ahead that this link, or their seat, told them of, if it is off (ms). */
  calledOff: number | null;
  /** The person is already in the room and can go straight there. */
  memberOf: string | null;
}

/** One link per role, which only the host gets. `url` is null if the link must be renewed before it can be shown. */
export interface InviteLink {
  inviteId: string;
  role: Role;
  url: string | null;
  code: string | null;
  expiresAt: number;
  state: 'live' | 'revoked' | 'expired';
  joined: number;
}

/** One of the browsers that have a seat. */
export interface Device {
  id: string;
  /** When it was added (ms); null for the one with which the person joined. */
  at: number | null;
  /** Whether a host gave it the seat, instead of the return link. */
  byHost: boolean;
  /** The one that asks. */
  current: boolean;
  /** Whether this person can take the seat from it: not from the one that asks, nor from an account, which has sessions of its own. */
  mayEnd: boolean;
}

/** What the links in an answer begin with; the deployment's public address when nothing is said. */
export type Address = string;

/** Rooms for pages and route handlers. Every call checks permission in the room's state at that moment. */
export interface Rooms {
  open(principal: Principal, setup: RoomSetup): Promise<Outcome<{ roomId: string }>>;
  peek(principal: Principal | null, token: string): Promise<Outcome<InvitePeek>>;
  /** `name`: a `typedName`. */
  join(principal: Principal, token: string, name: string): Promise<Outcome<{ roomId: string }>>;
  /**
   * The title of a room for its members, for people who left and can return, or whose room is over, and for people who were
   * removed; null for anybody else.
   */
  membership(
    principal: Principal,
    roomId: string,
  ): Promise<{ memberId: string; roomTitle: string; status: MemberStatus | 'over' } | null>;
  /** Lets a person who left return with the role they had. */
  comeBack(principal: Principal, roomId: string): Promise<Outcome<{ roomId: string }>>;
  /** The address that gives this person their seat on another device; with `renew` the previous one stops working. */
  returnLink(
    principal: Principal,
    roomId: string,
    renew: boolean,
    at?: Address,
  ): Promise<Outcome<{ url: string }>>;
  /** Whose seat a return link leads to, and in which room. `mine`: this person has it already. */
  peekReturn(
    principal: Principal | null,
    token: string,
  ): Promise<Outcome<{ name: string; roomTitle: string; mine: boolean }>>;
  /** The browsers that have this person's seat, the first one first. */
  devices(principal: Principal, roomId: string): Promise<Outcome<Device[]>>;
  /** Takes the seat from one of them, and gives the rest. */
  endDevice(principal: Principal, roomId: string, deviceId: string): Promise<Outcome<Device[]>>;
  followReturn(principal: Principal, token: string): Promise<Outcome<{ roomId: string }>>;
  /** Shares a note of one's own, of any round, with others than before, and tells who could read it by then. */
  shareNote(
    principal: Principal,
    place: { roomId: string; roundId: string },
    wish: NoteSharing,
  ): Promise<Outcome<NoteReaders>>;
  /** Changes one's own feedback about a round that is over, and tells whether others could read the earlier text. */
  amendFeedback(
    principal: Principal,
    place: { roomId: string; roundId: string },
    wish: FeedbackWish,
  ): Promise<Outcome<FeedbackReaders>>;
  /**
   * Everything that may be pushed now, under the id in the view, for the host, panelists and observers. Everybody else, and
   * every other id, gets the same `not-found`. It is the same object for as long as it is the same bank.
   */
  bank(principal: Principal, roomId: string, bankId: string): Promise<Outcome<Bank>>;
  /** The time of one's next round as a calendar file; `not-found` for strangers and where there is none. */
  calendar(principal: Principal, roomId: string, at?: Address): Promise<Outcome<string>>;
  /** The preparation page of a person whose round is still to come; `not-found` for everybody else. */
  preparation(principal: Principal, roomId: string): Promise<Outcome<Preparation>>;
  /** The calendar file for a person who has an invite link. */
  inviteCalendar(principal: Principal | null, token: string, at?: Address): Promise<Outcome<string>>;
  invites(principal: Principal, roomId: string, at?: Address): Promise<Outcome<InviteLink[]>>;
  /** Makes a new link for the role; the previous one stops working. */
  renewInvite(
    principal: Principal,
    roomId: string,
    wish: InviteWish,
    at?: Address,
  ): Promise<Outcome<InviteLink[]>>;
  revokeInvite(
    principal: Principal,
    roomId: string,
    inviteId: string,
    at?: Address,
  ): Promise<Outcome<InviteLink[]>>;
  /** The forecast of the plan for the people who are in the room now; only for the host. */
  forecast(principal: Principal, roomId: string): Promise<Outcome<PlanForecast>>;
  /** An agenda for the candidate in the room; only for the host of a led room. */
  suggest(principal: Principal, roomId: string, wish: AgendaWish): Promise<Outcome<Suggestion>>;
  /** An agenda for each person; only for the host of a peer room. */
  suggestSlots(principal: Principal, roomId: string, wish: SlotsWish): Promise<Outcome<SlotSuggestion>>;
}
