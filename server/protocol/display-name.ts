import { z } from 'zod';
import { LIMITS } from './words';

/** Control characters (which PostgreSQL and log lines dislike) and signs that turn the direction of the text after them. */
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Something that can be seen: not only joiners, accents or spaces of no width. */
const visible = /[^\p{C}\p{M}\p{Z}]/u;

/** What a person is called: something visible, one line, single spaces, at most `LIMITS.name` characters. */
export const displayName = z
  .string()
  .transform((text) => text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim())
  .refine((name) => visible.test(name) && name.length <= LIMITS.name);
