import type {
  AgendaWish,
  PlanForecast,
  SlotSuggestion,
  SlotsWish,
  Suggestion,
} from '../protocol/agenda-wish';
import type { Bank } from '../protocol/bank';
import type { InviteWish, RoomSetup } from '../protocol/requests';
import type { Format, Role } from '../protocol/words';
import type { MemberStatus } from '../room/core/state';
import type { Principal } from './principal';
import type { Rejection } from './rejection';

/** A value, or a rejection with its stable code and a sentence for the person. */
export type Outcome<T> = { ok: true; value: T } | Rejection;

/** What somebody with an invite link may know before they join. */
export interface InvitePeek {
  roomTitle: string;
  format: Format;
  role: Role;
  hostName: string;
  /** The person who asks is in the room already: go straight there. */
  memberOf: string | null;
}

/** One link per role, for the host alone. `url` is null when the link must be renewed to be shown. */
export interface InviteLink {
  inviteId: string;
  role: Role;
  url: string | null;
  code: string | null;
  expiresAt: number;
  state: 'live' | 'revoked' | 'expired';
  joined: number;
}

/** Rooms as pages and route handlers use them. Every call asks the room's state for permission at that moment. */
export interface Rooms {
  open(principal: Principal, setup: RoomSetup): Promise<Outcome<{ roomId: string }>>;
  peek(principal: Principal | null, token: string): Promise<Outcome<InvitePeek>>;
  /** `name`: as `displayName` reads it. */
  join(principal: Principal, token: string, name: string): Promise<Outcome<{ roomId: string }>>;
  /** The title of a room for its members, and those who left it and can come back; null for anybody else. */
  membership(
    principal: Principal,
    roomId: string,
  ): Promise<{ memberId: string; roomTitle: string; status: MemberStatus } | null>;
  /** Somebody who had left is back, with the role that they had. */
  comeBack(principal: Principal, roomId: string): Promise<Outcome<{ roomId: string }>>;
  /** The address that gives this person their seat on another device; `renew`: the one before stops working. */
  returnLink(principal: Principal, roomId: string, renew: boolean): Promise<Outcome<{ url: string }>>;
  followReturn(principal: Principal, token: string): Promise<Outcome<{ roomId: string }>>;
  /**
   * Everything that may be pushed now, under the id that the view names: for the host, panelists and observers. Everybody
   * else, and every other id, gets the same `not-found`. The same object as long as it is the same bank.
   */
  bank(principal: Principal, roomId: string, bankId: string): Promise<Outcome<Bank>>;
  invites(principal: Principal, roomId: string): Promise<Outcome<InviteLink[]>>;
  /** A new link for the role; the one before stops working. */
  renewInvite(principal: Principal, roomId: string, wish: InviteWish): Promise<Outcome<InviteLink[]>>;
  revokeInvite(principal: Principal, roomId: string, inviteId: string): Promise<Outcome<InviteLink[]>>;
  /** What the plan comes to with the people who are in the room now; for the host alone. */
  forecast(principal: Principal, roomId: string): Promise<Outcome<PlanForecast>>;
  /** An agenda for the candidate who is there; for the host of a led room alone. */
  suggest(principal: Principal, roomId: string, wish: AgendaWish): Promise<Outcome<Suggestion>>;
  /** An agenda for each person; for the host of a peer room alone. */
  suggestSlots(principal: Principal, roomId: string, wish: SlotsWish): Promise<Outcome<SlotSuggestion>>;
}
