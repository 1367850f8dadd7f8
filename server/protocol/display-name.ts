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

/** Letters that take no room, and accents that stay where nothing is: a name with them looks like the one without. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/gu;

/** Whether two names look the same: they are, or differ in letters alone that nobody can see. */
export function looksLike(one: string, other: string): boolean {
  return seen(one) === seen(other);
}

function seen(name: string): string {
  return name.replace(unseen, '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
