import { z } from 'zod';
import { seenItems } from './agenda-wish';
import { settings } from './commands';
import { displayName } from './display-name';
import { ROLES } from './words';

/** What pages ask of route handlers: each thing once, for the form, the route and the service. */

/** A room as its host sets it up. */
export const roomSetup = settings.extend({
  /** A pack that ships, or one of the host's own. */
  packId: z.string().min(1).max(200),
  /** Items that this person read on the way, where there are any: they are dealt last. */
  seen: seenItems.optional(),
});
export type RoomSetup = z.infer<typeof roomSetup>;

/** Hours for which a link lets people in. */
export const INVITE_HOURS = { usual: 7 * 24, most: 90 * 24 };

/** A new link for a role, in place of the one before. */
export const inviteWish = z.strictObject({
  role: z.enum(ROLES),
  hours: z.int().min(1).max(INVITE_HOURS.most),
});
export type InviteWish = z.infer<typeof inviteWish>;

/** Joining by an invite. `token`: its link, its code or its token, as people paste it. */
export const joinWish = z.strictObject({ token: z.string().max(4_000), name: displayName });

/** What a person is called from now on. */
export const nameWish = z.strictObject({ name: displayName });

/** Days for which a share link works. */
export const SHARE_DAYS = { usual: 7, most: 90 };

/** A link to one's own view of a round, with or without names. */
export const shareWish = z.strictObject({
  names: z.boolean(),
  days: z.int().min(1).max(SHARE_DAYS.most),
});
export type ShareWish = z.infer<typeof shareWish>;
