import { LIMITS } from '@/server/protocol/words';

/** What the server alone finds out: the name is made of signs that do not show. */
export const UNREADABLE_NAME = `That name can’t be read. Use letters, up to ${LIMITS.name} characters.`;

/** What is wrong with a name that the others will see; null when nothing is. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Enter the name others will see.';
  return name.trim().length > LIMITS.name ? `Keep the name within ${LIMITS.name} characters.` : null;
}
