import { z } from 'zod';
import { seenItems } from './agenda-wish';
import { settings } from './commands';
import { displayName, typedName } from './display-name';
import { askId, noteId } from './ids';
import { LIMITS, NOTE_SHARES, ROLES } from './words';

/** The requests of pages to route handlers, each defined once for the form, the route and the service. */

/** A room's set-up by its host. */
export const roomSetup = settings.extend({
  /** A shipped pack, or one of the host's own. */
  packId: z.string().min(1).max(200),
  /** Items that this person read during set-up, which are dealt last. */
  seen: seenItems.optional(),
});
export type RoomSetup = z.infer<typeof roomSetup>;

/** Hours for which a link lets people in. */
export const INVITE_HOURS = { usual: 7 * 24, most: 90 * 24 };

/** A new link for a role, which replaces the previous one. */
export const inviteWish = z.strictObject({
  role: z.enum(ROLES),
  hours: z.int().min(1).max(INVITE_HOURS.most),
});
export type InviteWish = z.infer<typeof inviteWish>;

/** Joins by an invite. `token`: its link, its code or its token, as people paste it. */
export const joinWish = z.strictObject({ token: z.string().max(4_000), name: typedName });

/** A person's new name. */
export const nameWish = z.strictObject({ name: displayName });

/** The number of days for which a share link works. */
export const SHARE_DAYS = { usual: 7, most: 90 };

/** Makes a link to one's own view of a round, with or without names. */
export const shareWish = z.strictObject({
  names: z.boolean(),
  days: z.int().min(1).max(SHARE_DAYS.most),
  /** What its maker calls it. Nobody else sees it. */
  label: z
    .string()
    .trim()
    .max(LIMITS.shareLabel)
    // PostgreSQL accepts no NUL in a text.
    .regex(/^[^\0]*$/)
    .optional(),
});
export type ShareWish = z.infer<typeof shareWish>;

/** Shares a note of one's own, on a scorecard, with others than before. */
export const noteSharing = z.strictObject({ askId, noteId, share: z.enum(NOTE_SHARES) });
export type NoteSharing = z.infer<typeof noteSharing>;

/** One's own feedback about a round, from its scorecard. Empty texts delete it. */
const feedbackTexts = z.strictObject({
  keepDoing: z.string().max(LIMITS.feedback),
  workOn: z.string().max(LIMITS.feedback),
});
/** `base`: what their author went on from. If something else was saved meanwhile, it stays. */
export const feedbackWish = feedbackTexts.extend({ base: feedbackTexts.optional() });
export type FeedbackWish = z.infer<typeof feedbackWish>;

/** Gets one's own return link; with `renew` the previous one stops working. */
export const returnLinkWish = z.strictObject({ renew: z.boolean() });

/** Follows a return link, whose address ends in the token. */
export const returnWish = z.strictObject({ token: z.string().min(1).max(64) });

/** Returns to a room that the person left. */
export const comeBackWish = z.strictObject({});
