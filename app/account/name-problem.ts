import { LIMITS } from '@/server/protocol/words';

/** A problem that only the server finds: the name has only invisible characters. */
export const UNREADABLE_NAME = `That name can’t be read. Use letters, up to ${LIMITS.name} characters.`;

/** The problem with a person's name; null if there is none. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Enter the name others will see.';
  return name.trim().length > LIMITS.name ? `Keep the name within ${LIMITS.name} characters.` : null;
}
