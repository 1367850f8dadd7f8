import { z } from 'zod';

/** Control characters (which PostgreSQL and log lines dislike) and signs that turn the direction of the text after them. */
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a person is called: 1 to 60 characters, one line, single spaces. */
export const displayName = z
  .string()
  .transform((text) => text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim())
  .refine((name) => name.length >= 1 && name.length <= 60);
