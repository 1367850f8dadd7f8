import type { Format, Role } from '@/server/protocol/words';
import { isOnPanel } from '@/server/room/rules';

export interface Sitter {
  id: string;
  called: string;
  role: Role;
  ready: boolean;
  sat: boolean;
  me: boolean;
  /** A host who only steers and does not rate. */
  steersOnly: boolean;
}

export interface Readiness {
  candidateId: string | null;
  /** Why the round cannot start yet. */
  missing: string | null;
  /** What the host should know before they start. */
  advice: string;
}

/**
 * Whether a round can start and, if not, what to do. The room itself decides in the end. `atDoor`: those who wait to be let
 * in.
 */
export function readiness(
  format: Format,
  people: readonly Sitter[],
  starterId: string | null,
  atDoor: readonly Pick<Sitter, 'called' | 'role'>[],
): Readiness {
  const panelists = people.filter((person) => person.role === 'panelist');
  const candidate =
    format === 'led'
      ? people.find((person) => person.role === 'candidate' && !person.sat)
      : panelists.find((person) => person.id === starterId);
  if (!candidate) {
    const missing = format === 'led' ? noCandidate(atDoor) : 'Choose who goes first.';
    return { candidateId: null, missing, advice: '' };
  }
  const panel = people.filter((person) => isOnPanel(person.role, person === candidate, person.steersOnly));
  if (panel.length === 0) {
    const waits = atDoor.some(({ role }) => role === 'panelist');
    const missing = `Nobody is here to ask questions yet. ${waits ? 'Let the panel in.' : 'Send the panel their link.'}`;
    return { candidateId: candidate.id, missing, advice: '' };
  }
  const others = panelists.filter((person) => person !== candidate);
  return { candidateId: candidate.id, missing: null, advice: adviceFor([candidate, ...others]) };
}

function noCandidate(atDoor: readonly Pick<Sitter, 'called' | 'role'>[]): string {
  const waiting = atDoor.find(({ role }) => role === 'candidate');
  return waiting
    ? `${waiting.called} waits to take the hot seat. Let them in.`
    : 'Waiting for the candidate. Send them their link.';
}

function adviceFor(people: readonly Sitter[]): string {
  // A host who starts the round is ready.
  const unready = people.filter((person) => !person.ready && !person.me);
  if (unready.length === 0) return 'Everybody is ready.';
  const names = unready.map((person) => person.called);
  const who = names.length <= 3 ? listed.format(names) : `${names.length} people`;
  return `${who} ${names.length === 1 ? 'isn’t' : 'aren’t'} ready yet. You can still start.`;
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
