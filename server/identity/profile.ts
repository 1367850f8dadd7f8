import { z } from 'zod';
import { displayName } from '../protocol/display-name';
import { LIMITS } from '../protocol/words';

/** What a provider says about a person; none of it identifies them. */
export interface Profile {
  name: string | null;
  email: string | null;
  image: string | null;
}

const email = z.email().max(320);
const image = z.url({ protocol: /^https$/ }).max(2000);

/** Omits unusable values: odd addresses, pictures that are not https. A long name is cut. */
export function readProfile(said: { name?: unknown; email?: unknown; image?: unknown }): Profile {
  const name = typeof said.name === 'string' ? cut(said.name) : null;
  return {
    name: displayName.safeParse(name).data ?? null,
    email: email.safeParse(said.email).data ?? null,
    image: image.safeParse(said.image).data ?? null,
  };
}

/** Never between the two halves of a character. */
function cut(name: string): string {
  return name.slice(0, LIMITS.name).replace(/[\ud800-\udbff]$/, '');
}
