import { z } from 'zod';
import { ROOM_ID, ROUND_ID } from './places';

/** `rm_` and 12 of a–z and 0–9: 62 bits, made by the server. */
export const roomId = z.string().regex(ROOM_ID);
export const memberId = z.string().regex(/^mb_[a-z0-9]{12}$/);
export const inviteId = z.string().regex(/^iv_[a-z0-9]{12}$/);
export const roundId = z.string().regex(ROUND_ID);
/** `a` and a number, which counts only within a round. */
export const askId = z.string().regex(/^a[1-9]\d{0,11}$/);
/** Made by the client; the same id sent twice has one effect. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** Made by the client, unique among its author's notes. */
export const noteId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** Ids of a pack's items, points, follow-ups and groups. */
export const packKey = z.string().min(1).max(120);
