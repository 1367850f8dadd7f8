/** Every table of the record in one file: the type of the whole database names them all. */

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

/** The room of an invite's token. Only `token_hash` is stored, never the token. */
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
  /** When the round began (ms). */
  held_at: number;
  /** Null while its candidate has no scorecard. */
  published_at: number | null;
  /** The headline of the first and of the second ratings; null if nobody assessed anything. */
  first_mean: number | null;
  second_mean: number | null;
  /** First ratings behind `first_mean`. */
  ratings: number;
  /** Who signed it and what that is worth, of one from a file; null for a round of a room. */
  issuer: string | null;
  signature: KeptScorecardsTable['signature'] | null;
  /** Its competencies, as JSON, for trends; null in rows from before this was kept, until a rebuild. */
  means: string | null;
}

/** The people who took part in a round that is over, and may find its scorecard in their history. */
export interface ParticipationsTable {
  room_id: string;
  round_id: string;
  principal_id: string;
  member_id: string;
  role: Role;
  /** What this person sees of the round: 0 no rating, 1 means, 2 every single rating and key point. */
  sees_ratings: 0 | 1 | 2;
  /**
   * 1 if this person can open the scorecard, else 0, since the candidate of a led round may not get it. -1 if this id no
   * longer has the seat: then the row says nothing about its person, who may have the seat under another id.
   */
  opened: -1 | 0 | 1;
  /** Their name in the round; null in rows from before this was kept, until a rebuild. */
  name: string | null;
}

/** One ask on a published scorecard. */
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
  /** The candidate's own rating; null for none and for not assessed. */
  self: number | null;
  /** JSON: by key point, the mark of the panel as a whole, or null. Empty if nothing was revealed. */
  points: string;
}

/** One rater's ratings in the reveal of an ask: null for not rated and for not assessed. */
export interface RoundRatingsTable {
  room_id: string;
  round_id: string;
  ask_id: string;
  member_id: string;
  first: number | null;
  second: number | null;
}

/** A scorecard that a person imported from a file. */
export interface KeptScorecardsTable {
  id: string;
  owner_id: string;
  issuer: string;
  room_id: string;
  round_id: string;
  /** The member whose view it is. */
  viewer_id: string;
  signature: 'verified' | 'changed' | 'unknown';
  /** For lists; the entry says the same. */
  title: string;
  candidate_name: string;
  pack_title: string;
  /** JSON: the whole entry of the file. */
  entry: string;
  /** When its round began (ms). */
  held_at: number;
  kept_at: number;
}

/** A link to one person's view of a round. Only `token_hash` is stored, never the token. */
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
  /** What its maker calls it, for its maker alone. */
  label: string;
}

/** Public keys (JWK as JSON) of this deployment's signatures, today's and earlier ones. */
export interface SigningKeysTable {
  kid: string;
  jwk: string;
  created_at: number;
}

/** A competency's mean of the first and of the second ratings in one round; null if nobody assessed it. */
/** Somebody who was deleted: no row of a read model is written for this id any more. */
export interface ForgottenTable {
  principal_id: string;
  at: number;
}
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
  /** Raised by "sign out everywhere" and when a guest becomes an account. Sessions of an earlier epoch are over. */
  epoch: number;
  created_at: number;
  merged_into: string | null;
}

export interface LoginsTable {
  provider: string;
  provider_account_id: string;
  principal_id: string;
}

/** A pack by the SHA-256 (hex) of its canonical JSON. `pack` is JSON text; `reader` is the reader's version, or 0 if unknown. */
export interface PackContentsTable {
  hash: string;
  reader: number;
  pack: string;
  /** When it was last stored or named, to a few minutes. A recently used one is never deleted. */
  used_at: number;
}

/** The pack content of a room. */
export interface RoomPacksTable {
  room_id: string;
  hash: string;
}

/** Data moves that have been done, once per record. */
export interface MovesTable {
  name: string;
}

/** Facts about the record itself, such as the mark of its secret. */
export interface MarksTable {
  name: string;
  value: string;
}

/** One browser's sign-in session. It has no addresses, which would tell where a person was. */
export interface SessionsTable {
  id: string;
  principal_id: string;
  /** The person's epoch when it began. */
  epoch: number;
  /** For example "Firefox on Linux"; null if unknown. */
  device: string | null;
  created_at: number;
  /** When it was last used, to a few minutes. */
  seen_at: number;
  /** When its cookie expires. */
  until: number;
  ended_at: number | null;
  /** What the issuer said of the person, for signing out there; null unless the settings ask for that. */
  id_token: string | null;
}

/** A person's own pack. A room names the content with which it began, and never reads this again. */
export interface PacksTable {
  id: string;
  owner_id: string;
  title: string;
  /** The newest version's number. */
  head_no: number;
  /** The content of the newest version; null for a version from before this was kept, until it is used. */
  content_hash: string | null;
  /** The pack's `familyId`. */
  family_id: string;
  /** For a copy, the original's title at that time, and the number of the copy; null otherwise. */
  copy_of: string | null;
  copy_no: number | null;
  /** When it is deleted automatically: a pack for one room is kept for a day. */
  until: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

/**
 * A pack's Markdown as it was saved, byte for byte. `summary` is JSON text of what lists show; `ids` is JSON text of the ids
 * that its items have from earlier versions, or null in a first version.
 */
export interface PackVersionsTable {
  pack_id: string;
  no: number;
  /** SHA-256 (hex) of the source. */
  version: string;
  source: string;
  /** Bytes of the source and the ids, in UTF-8. */
  bytes: number;
  summary: string;
  ids: string | null;
  created_at: number;
}

/** The link through which teammates get a copy of a pack, at most one per pack. Its token is derived from the server's secret. */
export interface PackLinksTable {
  pack_id: string;
  token_hash: string;
  created_at: number;
}

/** A question or exercise that was asked while this person was in the room, or that they read there or during set-up. */
export interface HeardTable {
  principal_id: string;
  family_id: string;
  item_id: string;
  at: number;
}

/** One update of the text of an exercise; `data` is Yjs's encoding in Base64. */
export interface CodeUpdatesTable {
  room_id: string;
  ask_id: string;
  no: number;
  by: string;
  at: number;
  data: string;
}

/** The state of a text after the updates up to a number. */
export interface CodeSnapshotsTable {
  room_id: string;
  ask_id: string;
  up_to: number;
  data: string;
  /** Bytes of the updates in it; null if an earlier version kept it. */
  bytes: number | null;
  /** How many updates are in it; null if an earlier version kept it, which thinned none. */
  rows: number | null;
  /** JSON text: which member wrote in which window. Null if an earlier version kept it. */
  owners: string | null;
}

/** A part of what a room's events up to `seq` come to, as the code of `version` made it: JSON text. */
export interface RoomSnapshotsTable {
  room_id: string;
  part: number;
  /** How many there are. */
  parts: number;
  version: string;
  seq: number;
  command_id: string;
  at: number;
  data: string;
}

/** Try-out rooms, which only their visitor may read, and when they are deleted. */
export interface TryOutsTable {
  room_id: string;
  principal_id: string;
  until: number;
}

/** A rating of a sample answer in a warm-up, with the pack's rating. Only its rater sees it. */
export interface CalibrationsTable {
  room_id: string;
  principal_id: string;
  /** When the warm-up began, and the sample's place in it. */
  started_at: number;
  no: number;
  at: number;
  given: number;
  pack_rating: number;
  /** The sample, as in `own_calibrations`; null for a rating from before it was kept. */
  family_id: string | null;
  item_id: string | null;
  sample: number | null;
}

/** What the operator's own system is still to be told of, by the seq of the room's event. */
export interface WebhooksTable {
  room_id: string;
  seq: number;
  type: 'round.published' | 'decision.recorded';
  round_id: string;
  /** When it happened. */
  at: number;
  tries: number;
  /** When it may be sent; while a process is sending it, when another may. */
  next_at: number;
}

/** A story for behavioural questions. Its owner alone reads it; no event has anything of it. */
export interface StoriesTable {
  id: string;
  owner_id: string;
  title: string;
  situation: string;
  task: string;
  action: string;
  result: string;
  /** How long it took to tell it last (ms). */
  told_ms: number | null;
  revision: number;
  created_at: number;
  updated_at: number;
}

/** The first rating of a sample answer outside any room, with the pack's rating. Only its rater sees it. */
export interface OwnCalibrationsTable {
  principal_id: string;
  family_id: string;
  item_id: string;
  /** Its place among the question's samples. */
  sample: number;
  at: number;
  given: number;
  pack_rating: number;
}

/** The processes that serve this record, in a record that several may serve. */
export interface ProcessesTable {
  id: string;
  /** By the record's clock. */
  seen_at: number;
  /** Rooms that somebody was connected to at that time. */
  rooms: number;
}

/** What browsers load with the pages of each build that serves this record, or did lately. */
export interface BuiltFilesTable {
  /** Below `/_next/static/`. */
  path: string;
  /** Compressed by gzip, in Base64. */
  body: string;
  /** When a process last had it. */
  used_at: number;
}

/** The record's tables, for `Kysely<Database>`. Both dialects return numbers as numbers and JSON as text. */
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
  room_snapshots: RoomSnapshotsTable;
  forgotten: ForgottenTable;
  webhooks: WebhooksTable;
  stories: StoriesTable;
  own_calibrations: OwnCalibrationsTable;
  processes: ProcessesTable;
  built_files: BuiltFilesTable;
}
