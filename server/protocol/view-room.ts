import { z } from 'zod';
import { callLink, settings } from './commands';
import { memberId, packKey, roomId, roundId } from './ids';
import { instant } from './units';
import { FORMATS, ROLES, ROUND_PHASES } from './words';

/** The parts of a view that tell of the room and its people. What has an id is a record by it; `no` gives the order. */

export const roomSlice = z.strictObject({
  roomId,
  title: z.string(),
  format: z.enum(FORMATS),
  phase: z.enum(['lobby', 'live', 'ended']),
  packTitle: z.string(),
  callLink,
  hostId: memberId,
  /** Asks planned for one candidate. */
  plannedAsks: z.int(),
  /** For one answer; null where each question has its own. An exercise always has its own. */
  targetSeconds: z.number().nullable(),
  /** Everybody in it but one person is simulated. */
  tryOut: z.boolean(),
  /** That one person practises alone, and judges their own answers. */
  alone: z.boolean(),
});
export type RoomSlice = z.infer<typeof roomSlice>;

export const rosterMember = z.strictObject({
  id: memberId,
  /** In the order in which they joined, counted among the people in this roster alone. */
  no: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  ready: z.boolean(),
  /** Had the hot seat in a finished round. */
  sat: z.boolean(),
});
export const rosterSlice = z.strictObject({ members: z.record(memberId, rosterMember) });
export type RosterMember = z.infer<typeof rosterMember>;
export type RosterSlice = z.infer<typeof rosterSlice>;

export const roundSlice = z
  .strictObject({
    roundId,
    no: z.int().min(1),
    /** Rounds that this room has people for (peer); null in a led room. */
    of: z.int().nullable(),
    phase: z.enum(ROUND_PHASES),
    candidateId: memberId,
    /** Peer rooms: who is next in the hot seat. */
    nextId: memberId.nullable(),
    startedAt: instant,
    publishedAt: instant.nullable(),
  })
  .nullable();
export type RoundSlice = z.infer<typeof roundSlice>;

/** After publishing: the scorecard that the candidate can open. */
export const publishedSlice = z.strictObject({ roundId, at: instant }).nullable();
export type PublishedSlice = z.infer<typeof publishedSlice>;

/** The host's own: the door, the settings, and what a plan is made of. */
export const doorSlice = z.strictObject({
  waiting: z.record(
    memberId,
    z.strictObject({ id: memberId, no: z.int(), name: z.string(), role: z.enum(ROLES) }),
  ),
  /** Who was turned away or removed, and can be let back in; the last 20. */
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
  /** Who left on their own: somebody at the door may be one of them. */
  left: z.record(
    memberId,
    z.strictObject({ id: memberId, no: z.int(), name: z.string(), role: z.enum(ROLES) }),
  ),
  settings,
  /** Competencies of the pack. */
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  /** Members who count in ratings and verdicts now. */
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
