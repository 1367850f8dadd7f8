import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { readConfig, SETTING_NAMES } from '../config';
import { readEnvironment } from '../process/environment';
import type { Database } from '../runtime/tables';
import { openRecord } from '../store/open';
import { deletePerson, deleteRoom, listPeople, listRooms, signOut } from '../store/upkeep';
import { resendGivenUp } from '../webhooks/given-up';
import { ROOT } from './root';

const USAGE = `Usage: npm run --silent admin -- COMMAND

  people [WORDS]             people whose name, e-mail address or id is like that, the newest first
  rooms [WORDS] [--of ID]    rooms whose title or id is like that, the last used first; --of: those of a person
  sign-out ID                ends every session of a person
  delete ID --yes            takes away a room (rm_…) with all that was said in it, or a person (pr_…): their sign-ins,
                             packs, links, imported scorecards and history; what they wrote in rooms stays there
  resend                     sends the webhooks again that were given up

  --limit N                  how many are listed (50)
  --json                     lists as JSON

On SQLite, stop the server first. On PostgreSQL it may run.
`;

const STAYS_DELETED =
  'Their history does not come back, neither by what happens in their rooms nor by npm run rebuild.';

interface Wish {
  command: string;
  about: string;
  of: string | null;
  limit: number;
  json: boolean;
  yes: boolean;
}

async function main(): Promise<number> {
  const wish = readWish();
  if (!wish) return says(USAGE);
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  if (!environment.ok) return says(`${environment.problem}\n`);
  const read = readConfig(environment.values);
  if (!read.ok) return says(`${read.problems.join('\n')}\n`);
  const opened = await openRecord(read.config, 'command');
  if (!opened.ok) return says(`${opened.problem}\n`);
  try {
    return await run(opened.db, wish);
  } finally {
    await opened.record.close();
  }
}

async function run(db: Kysely<Database>, { command, about, of, limit, json, yes }: Wish): Promise<number> {
  switch (command) {
    case 'people': {
      const people = await listPeople(db, about, limit);
      return shows(
        people,
        ({ id, name, kind, email, rooms, seenAt }) =>
          [id, kind, `${rooms} rooms`, `seen ${day(seenAt)}`, name, email ?? ''].join('  '),
        json,
      );
    }
    case 'rooms': {
      const rooms = await listRooms(db, { words: about, personId: of, limit });
      return shows(
        rooms,
        ({ id, phase, people, events, activeAt, title }) =>
          [id, phase, `${people} people`, `${events} events`, day(activeAt), title].join('  '),
        json,
      );
    }
    case 'sign-out':
      return tells(await signOut(db, about), `${about} is signed out everywhere.`);
    case 'delete': {
      if (!yes) return says('Nothing was deleted. It cannot be taken back: add --yes.\n');
      if (about.startsWith('rm_')) return tells(await deleteRoom(db, about), `${about} is deleted.`);
      const ids = await deletePerson(db, about, Date.now());
      return tells(ids.length > 0, `${ids.join(', ')}: deleted. ${STAYS_DELETED}`);
    }
    case 'resend': {
      const count = await resendGivenUp(db);
      process.stdout.write(`${count} ${count === 1 ? 'webhook is' : 'webhooks are'} sent again.\n`);
      return 0;
    }
    default:
      return says(USAGE);
  }
}

function readWish(): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        of: { type: 'string' },
        limit: { type: 'string', default: '50' },
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
    const [command = '', about = '', ...more] = positionals;
    const limit = Number(values.limit);
    const needsId = command === 'sign-out' || command === 'delete';
    if (more.length > 0 || !Number.isInteger(limit) || limit < 1 || (needsId && about === '')) return null;
    return { command, about, of: values.of ?? null, limit, json: values.json, yes: values.yes };
  } catch {
    return null;
  }
}

function shows<T>(rows: readonly T[], inWords: (row: T) => string, json: boolean): number {
  const lines = json ? [JSON.stringify(rows)] : rows.map(inWords);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function tells(isDone: boolean, sentence: string): number {
  if (!isDone) return says('There is nobody, and no room, of that id.\n');
  process.stdout.write(`${sentence}\n`);
  return 0;
}

function says(problem: string): number {
  process.stderr.write(problem);
  return 1;
}

function day(at: number | null): string {
  return at === null ? 'never' : new Date(at).toISOString().slice(0, 10);
}

process.exitCode = await main();
