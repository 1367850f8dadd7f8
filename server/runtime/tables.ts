import type { Role, RoundKind } from '../protocol/words';

/** One stored event of a room. `data` is JSON text; `at` is milliseconds since 1970; `idx` counts within a command. */
export interface EventsTable {
  room_id: string;
  seq: number;
  command_id: string;
  idx: number;
  type: string;
  data: string;
  at: number;
  by: string | null;
}

/** Which room an invite's token opens. The token itself is never stored: `token_hash` is. */
export interface InviteIndexTable {
  token_hash: string;
  room_id: string;
  invite_id: string;
}

export interface MembershipsTable {
  room_id: string;
  principal_id: string;
  member_id: string;
  role: Role;
  status: 'waiting' | 'in' | 'declined' | 'left' | 'removed';
  room_title: string;
  room_phase: 'lobby' | 'live' | 'ended';
  /** When the room was opened, or its newest round began. */
  active_at: number;
}

export interface ScorecardsTable {
  room_id: string;
  round_id: string;
  candidate_member_id: string;
  candidate_name: string;
  pack_id: string;
  pack_title: string;
  format: RoundKind;
  title: string;
  published_at: number;
  /** The headline of the first and of the second ratings; null where nobody assessed anything. */
  first_mean: number | null;
  second_mean: number | null;
  /** First ratings behind `first_mean`. */
  ratings: number;
}

/** Who took part in a round that is over: the people who may find its scorecard in their history. */
export interface ParticipationsTable {
  room_id: string;
  round_id: string;
  principal_id: string;
  member_id: string;
  role: Role;
  /** What the round shows this person: 0 no rating, 1 means, 2 every single rating and key point. */
  sees_ratings: 0 | 1 | 2;
  /** 1 when this person can open the scorecard, else 0: a led round may be closed without its candidate. */
  opened: 0 | 1;
  /** What they were called in the round; null in a row that was written before this was kept, until a rebuild. */
  name: string | null;
}

/** One ask that is on a published scorecard. */
export interface RoundAsksTable {
  room_id: string;
  round_id: string;
  ask_id: string;
  family_id: string;
  item_id: string;
  group_id: string;
  prompt: string;
  at: number;
  skipped: 0 | 1;
  /** The candidate's own rating; null for none, and for not assessed. */
  self: number | null;
  /** JSON: by key point, the mark of the panel as one, or null. Empty while nothing was revealed. */
  points: string;
}

/** What the reveal of an ask opened of one rater: null for not rated, and for not assessed. */
export interface RoundRatingsTable {
  room_id: string;
  round_id: string;
  ask_id: string;
  member_id: string;
  first: number | null;
  second: number | null;
}

/** A scorecard that somebody read in from a file. */
export interface KeptScorecardsTable {
  id: string;
  owner_id: string;
  issuer: string;
  room_id: string;
  round_id: string;
  signature: 'verified' | 'changed' | 'unknown';
  /** JSON: the entry of the file, whole. */
  entry: string;
  published_at: number;
  kept_at: number;
}

/** A link to one person's view of a round. The token itself is never stored: `token_hash` is. */
export interface ShareLinksTable {
  id: string;
  token_hash: string;
  room_id: string;
  round_id: string;
  owner_id: string;
  names: 0 | 1;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
  openings: number;
}

/** Public keys (JWK as JSON) that this deployment has signed scorecards with, today's and earlier ones. */
export interface SigningKeysTable {
  kid: string;
  jwk: string;
  created_at: number;
}

/** A competency's mean of the first and of the second ratings in one round; null where nobody assessed it. */
export interface CompetencyMeansTable {
  room_id: string;
  round_id: string;
  group_id: string;
  group_title: string;
  first_mean: number | null;
  second_mean: number | null;
  ratings: number;
}

export interface PrincipalsTable {
  id: string;
  name: string;
  email: string | null;
  image: string | null;
  kind: 'guest' | 'account';
  /** Raised by "sign out everywhere", and when a guest becomes an account: sessions of an earlier epoch are over. */
  epoch: number;
  created_at: number;
  merged_into: string | null;
}

export interface LoginsTable {
  provider: string;
  provider_account_id: string;
  principal_id: string;
}

/** A pack by the SHA-256 (hex) of its canonical JSON. `pack` is JSON text; `reader` read it, and is 0 when nobody knows. */
export interface PackContentsTable {
  hash: string;
  reader: number;
  pack: string;
  /** When it was last stored, or named, up to some minutes: what was used lately is never swept away. */
  used_at: number;
}

/** Which content a room is played with. */
export interface RoomPacksTable {
  room_id: string;
  hash: string;
}

/** What was moved to where today's version looks for it: once for a record. */
export interface MovesTable {
  name: string;
}

/** What the record knows of what belongs to it, as which secret it is used with. */
export interface MarksTable {
  name: string;
  value: string;
}

/** One browser's sign-in session. No addresses: they would tell where somebody was. */
export interface SessionsTable {
  id: string;
  principal_id: string;
  /** The person's when it began. */
  epoch: number;
  /** As in "Firefox on Linux"; null when it is not known. */
  device: string | null;
  created_at: number;
  /** When it was last used, to a few minutes. */
  seen_at: number;
  /** When its cookie runs out. */
  until: number;
  ended_at: number | null;
}

/** A pack of somebody's own. Rooms name the content that they began with: they never look here again. */
export interface PacksTable {
  id: string;
  owner_id: string;
  title: string;
  /** The newest version's number. */
  head_no: number;
  /** What was read of the newest version; null for one that was saved before this was kept, until it is used. */
  content_hash: string | null;
  /** As in a pack's `familyId`. */
  family_id: string;
  /** The original's title when this copy of it was made, and which of its owner's copies it is; null for no copy. */
  copy_of: string | null;
  copy_no: number | null;
  /** When it goes by itself: a pack that is used for one room waits a day for it. */
  until: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

/**
 * A pack's Markdown as it was saved, byte for byte. `summary` is JSON text of what lists show, `ids` of the ids that its
 * items have from the versions before; null in a first version.
 */
export interface PackVersionsTable {
  pack_id: string;
  no: number;
  /** SHA-256 (hex) of the source. */
  version: string;
  source: string;
  /** Of the source and the ids, in UTF-8. */
  bytes: number;
  summary: string;
  ids: string | null;
  created_at: number;
}

/** The link by which a teammate gets a copy of a pack: one a pack. The token itself is made from the server's secret. */
export interface PackLinksTable {
  pack_id: string;
  token_hash: string;
  created_at: number;
}

/** A question or exercise that was put while this person was in the room, or that they read there or at set-up. */
export interface HeardTable {
  principal_id: string;
  family_id: string;
  item_id: string;
  at: number;
}

/** One update of the text of an exercise; `data` is Base64 of what Yjs encoded. */
export interface CodeUpdatesTable {
  room_id: string;
  ask_id: string;
  no: number;
  by: string;
  at: number;
  data: string;
}

/** What the updates up to a number come to. */
export interface CodeSnapshotsTable {
  room_id: string;
  ask_id: string;
  up_to: number;
  data: string;
}

/** Rooms to try things out in, whose visitor alone may read them, and when they go. */
export interface TryOutsTable {
  room_id: string;
  principal_id: string;
  until: number;
}

/** What somebody gave a sample answer in a warm-up, and what its pack gives it. For that person alone. */
export interface CalibrationsTable {
  room_id: string;
  principal_id: string;
  /** When the warm-up began, and the sample's place in it. */
  started_at: number;
  no: number;
  at: number;
  given: number;
  pack_rating: number;
}

/** The record's tables, for `Kysely<Database>`. Both dialects give numbers as numbers and JSON as text. */
export interface Database {
  events: EventsTable;
  code_updates: CodeUpdatesTable;
  code_snapshots: CodeSnapshotsTable;
  invite_index: InviteIndexTable;
  memberships: MembershipsTable;
  scorecards: ScorecardsTable;
  participations: ParticipationsTable;
  competency_means: CompetencyMeansTable;
  round_asks: RoundAsksTable;
  round_ratings: RoundRatingsTable;
  kept_scorecards: KeptScorecardsTable;
  share_links: ShareLinksTable;
  signing_keys: SigningKeysTable;
  pack_contents: PackContentsTable;
  room_packs: RoomPacksTable;
  moves: MovesTable;
  packs: PacksTable;
  pack_versions: PackVersionsTable;
  pack_links: PackLinksTable;
  heard: HeardTable;
  principals: PrincipalsTable;
  logins: LoginsTable;
  sessions: SessionsTable;
  marks: MarksTable;
  try_outs: TryOutsTable;
  calibrations: CalibrationsTable;
}
