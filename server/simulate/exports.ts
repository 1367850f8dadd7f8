import { isDeepStrictEqual } from 'node:util';
import { readScorecardFile } from '../protocol/scorecard-file';
import type { SimulatedPerson } from './simulated-person';
import type { PlayedRoom } from './simulated-room';

const FORMS = ['md', 'csv', 'json'] as const;

/** Its names are keys of the report, which other programs read. */
export interface ExportCounts {
  /** Files of scorecards that entitled people got, in every form. */
  made: number;
  /** JSON files among them that were imported, verified, and exported again without a difference. */
  readBack: number;
  /** Files that others asked for and did not get. */
  refused: number;
}

export interface ExportFindings extends ExportCounts {
  /** Every difference from what must happen, in words. */
  differences: string[];
}

/**
 * Exports every scorecard of a room as everybody who may read it, imports it again, alone and in one file with the others,
 * and tries the same as everybody else.
 */
export async function auditExports(
  { roomId, roundIds, people: all, closedTo }: PlayedRoom,
  strangers: readonly SimulatedPerson[],
): Promise<ExportFindings> {
  const people = all.filter((person) => !closedTo.includes(person));
  const others = [...strangers, ...closedTo];
  const found: ExportFindings = { made: 0, readBack: 0, refused: 0, differences: [] };
  for (const roundId of roundIds) {
    const path = `/api/scorecards/${roomId}/${roundId}`;
    for (const person of people) await takes(person, path, found);
    const denials = new Set<string>();
    for (const other of others) {
      for (const form of FORMS) {
        const { status, text } = await other.fetches(`${path}?form=${form}`);
        if (status === 404) found.refused += 1;
        else found.differences.push(`${other.name} asked for ${path} and got ${status}`);
        denials.add(text);
      }
    }
    const nowhere = people[0] && (await people[0].fetches(`/api/scorecards/${roomId}/r999?form=json`));
    if (nowhere) denials.add(nowhere.text);
    if (denials.size > 1)
      found.differences.push(`${path}: those who may not read it can tell that it is there`);
  }
  const query = roundIds.map((roundId) => `round=${roomId}/${roundId}`).join('&');
  if (roundIds.length > 1)
    for (const person of people) await takes(person, `/api/scorecards?${query}`, found);
  return found;
}

async function takes(person: SimulatedPerson, path: string, found: ExportFindings): Promise<void> {
  for (const form of FORMS) {
    const { status, text } = await person.fetches(`${path}${path.includes('?') ? '&' : '?'}form=${form}`);
    if (status !== 200) {
      found.differences.push(`${person.name} asked for their ${path} as ${form} and got ${status}`);
      continue;
    }
    found.made += 1;
    if (form !== 'json') continue;
    if (await readsBack(person, text)) found.readBack += 1;
    else found.differences.push(`${person.name}: ${path} is not the same after it was read in again`);
  }
}

/** Imports a file into their own history, where it stays, and exports everything of theirs again. */
async function readsBack(person: SimulatedPerson, text: string): Promise<boolean> {
  const { rounds } = readScorecardFile(text);
  const keeping = await person.sendsText<{ kept: number; changed: number; unknown: number }>(
    '/api/scorecards/kept',
    text,
  );
  const all = readScorecardFile((await person.fetches('/api/scorecards?form=json')).text).rounds;
  const isVerified = keeping.kept === rounds.length && keeping.changed === 0 && keeping.unknown === 0;
  const isThere = rounds.every((entry) => all.some((one) => isDeepStrictEqual(one, entry)));
  return rounds.length > 0 && isVerified && isThere;
}
