import type { Settings, Sharing } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { Mark, Role, StarLetter, Verdict } from '../protocol/words';

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

/** What happened in a room: past tense, in order, for ever. Asks, offsets and clocks are in milliseconds. */
export type RoomEvent =
  | {
      type: 'RoomOpened';
      roomId: string;
      settings: Settings;
      pack: Pack;
      host: NewMember;
      invites: Invite[];
      /** Items that the host read while they set the room up: they have met them, as if they had been asked. */
      seen: string[];
    }
  | { type: 'SettingsChanged'; settings: Partial<Settings> }
  | { type: 'AgendaSet'; items: string[] }
  | { type: 'InviteIssued'; invite: Invite }
  | { type: 'InviteRevoked'; inviteId: string }
  | { type: 'MemberJoined'; member: NewMember; waiting: boolean }
  | { type: 'MemberReturned'; memberId: string; waiting: boolean }
  | { type: 'MemberAdmitted'; memberId: string }
  | { type: 'MemberDeclined'; memberId: string }
  | { type: 'MemberRemoved'; memberId: string }
  | { type: 'MemberLeft'; memberId: string }
  | { type: 'RoleChanged'; memberId: string; role: 'panelist' | 'observer' }
  | { type: 'HostChanged'; from: string; to: string; how: 'handed-over' | 'took-over' | 'reclaimed' }
  | { type: 'ReadyChanged'; memberId: string; ready: boolean }
  | { type: 'HandChanged'; memberId: string; raised: boolean }
  | { type: 'RoomEnded' }
  | {
      type: 'RoundStarted';
      roundId: string;
      candidateId: string;
      /** What may be pushed; null is the whole pack. */
      pool: string[] | null;
      agenda: string[];
      hostId: string;
      /** The host who sits in the hot seat and gets the role back after this round. */
      hostReturnsTo: string | null;
    }
  | { type: 'ItemPushed'; askId: string; itemId: string; targetMs: number }
  | { type: 'AskClosed'; askId: string }
  | { type: 'AskWithdrawn'; askId: string }
  | { type: 'AskSkipped'; askId: string }
  | { type: 'AskReturned'; askId: string }
  | { type: 'FollowUpPushed'; askId: string; followUpId: string }
  | { type: 'ClockPaused'; askId: string; moment: boolean }
  | { type: 'ClockResumed'; askId: string }
  | { type: 'TimeAdded'; askId: string; ms: number }
  | { type: 'PointMarked'; askId: string; pointId: string; mark: Mark | null }
  | { type: 'StarMarked'; askId: string; letter: StarLetter; atMs: number | null }
  | { type: 'NoteWritten'; askId: string; noteId: string; text: string; atMs: number; shared: boolean }
  | { type: 'NoteDeleted'; askId: string; noteId: string }
  | { type: 'RatingSubmitted'; askId: string; value: number | null }
  /** `panel`: who was a rater at that moment; their ratings and ticks open together. */
  | { type: 'AskRevealed'; askId: string; panel: string[] }
  | { type: 'RatedAgain'; askId: string; value: number | null }
  | { type: 'MessageSent'; roundId: string; text: string; messageNo: number }
  | { type: 'DeliberationStarted'; roundId: string }
  | { type: 'ReflectionWritten'; roundId: string; text: string; shared: boolean }
  | { type: 'SelfRated'; askId: string; value: number | null }
  | { type: 'VerdictSubmitted'; roundId: string; verdict: Verdict; rationale: string }
  | { type: 'VerdictExcused'; roundId: string; memberId: string }
  | { type: 'VerdictsOpened'; roundId: string; panel: string[] }
  | { type: 'DebriefOpened'; roundId: string }
  | { type: 'RoundPublished'; roundId: string; sharing: Sharing };

export type RoomEventType = RoomEvent['type'];

/** When (server's clock, ms) and by which member; null for the room itself or somebody not yet a member. */
export interface EventMeta {
  at: number;
  by: string | null;
}
