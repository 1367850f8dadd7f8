import { z } from 'zod';
import { callLink, settings } from './commands';
import { memberId, packKey, roomId, roundId } from './ids';
import { instant } from './units';
import { FORMATS, ROLES, ROUND_PHASES } from './words';

/** The parts of a view about the room and its people. Things with an id are in a record by id; `no` gives the order. */

export const roomSlice = z.strictObject({
  roomId,
  title: z.string(),
  format: z.enum(FORMATS),
  phase: z.enum(['lobby', 'live', 'ended']),
  packTitle: z.string(),
  callLink,
  hostId: memberId,
  /** The number of asks planned for one candidate. */
  plannedAsks: z.int(),
  /** How many of them are code exercises (peer). 0 in a led room, whose candidate may not know. */
  plannedExercises: z.int(),
  /** For one answer; null if each question has its own. An exercise always has its own. */
  targetSeconds: z.number().nullable(),
  /** Whether everybody in it but one person is simulated. */
  tryOut: z.boolean(),
  /** That one person practises alone, and judges their own answers. */
  alone: z.boolean(),
});
export type RoomSlice = z.infer<typeof roomSlice>;

export const rosterMember = z.strictObject({
  id: memberId,
  /** The order of joining, counted only among the people in this roster. */
  no: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  ready: z.boolean(),
  /** Whether they had the hot seat in a round that is over. */
  sat: z.boolean(),
  /** When the host last gave this seat to another browser; only the panel is told. */
  givenAt: instant.nullable(),
});
export const rosterSlice = z.strictObject({
  members: z.record(memberId, rosterMember),
  /** People who were in the room and are no longer; only the panel is told. */
  gone: z.record(memberId, z.strictObject({ name: z.string(), how: z.enum(['left', 'removed']) })),
});
export type RosterMember = z.infer<typeof rosterMember>;
export type RosterSlice = z.infer<typeof rosterSlice>;

export const roundSlice = z
  .strictObject({
    roundId,
    no: z.int().min(1),
    /** The number of rounds for which this room has people (peer); null in a led room. */
    of: z.int().nullable(),
    phase: z.enum(ROUND_PHASES),
    candidateId: memberId,
    /** Peer rooms: the next person in the hot seat. */
    nextId: memberId.nullable(),
    startedAt: instant,
    publishedAt: instant.nullable(),
  })
  .nullable();
export type RoundSlice = z.infer<typeof roundSlice>;

/** After publishing: the scorecard that the candidate can open. */
export const publishedSlice = z.strictObject({ roundId, at: instant }).nullable();
export type PublishedSlice = z.infer<typeof publishedSlice>;

/** The host's part: the waiting room, the settings, and what a plan needs. */
export const doorSlice = z.strictObject({
  waiting: z.record(
    memberId,
    z.strictObject({
      id: memberId,
      no: z.int(),
      name: z.string(),
      role: z.enum(ROLES),
      /** Whether they were in the room before, and may have seen its questions. */
      arrived: z.boolean(),
      /** Whether another candidate's round comes first, so that they cannot be let in yet. */
      mustWait: z.boolean(),
    }),
  ),
  /** The last 20 people who were declined or removed, and can be let back in. */
  out: z.record(
    memberId,
    z.strictObject({
      id: memberId,
      no: z.int(),
      name: z.string(),
      role: z.enum(ROLES),
      how: z.enum(['declined', 'removed']),
    }),
  ),
  /** People who left on their own; a waiting person may be one of them. */
  left: z.record(
    memberId,
    z.strictObject({ id: memberId, no: z.int(), name: z.string(), role: z.enum(ROLES) }),
  ),
  settings,
  /** Competencies of the pack. */
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  /** The members who count in ratings and verdicts now. */
  raters: z.array(memberId),
  invites: z.record(
    z.string(),
    z.strictObject({
      inviteId: z.string(),
      no: z.int(),
      role: z.enum(ROLES),
      expiresAt: instant,
      revoked: z.boolean(),
      joined: z.int(),
    }),
  ),
});
export type DoorSlice = z.infer<typeof doorSlice>;
