import { afterAll, beforeAll, describe } from 'vitest';
import { readPack } from '../guides/read-pack';
import { openReader, type PackReader } from '../guides/reader';
import type { Catalogue } from '../packs/catalogue';
import type { Db } from '../packs/kept-packs';
import { createLibrary, type PackLibrary } from '../packs/library';
import type { KeptPack } from '../protocol/pack-library';
import type { EventRecord } from '../runtime/ports';
import type { Principal } from '../runtime/principal';
import { openRecord } from '../store/open';
import { createPackContents, type StoredPackContents } from '../store/pack-contents';
import { createPlanLimit } from '../transport/room-limit';
import { bundledPackWorker } from './pack-worker';
import { startPostgres, type TestPostgres } from './postgres';
import { recordFolder } from './record-folder';

export const HOUR_MS = 3_600_000;
export const guide = (title: string, question = 'How do you deploy?') =>
  `# ${title}\r\n\r\n## Delivery\r\n\r\n**Q1: ${question}**\r\n- Often. _Context: small steps._\r\n`;

export const shippedSource = guide('Shipped');
const shipped = readPack(shippedSource, { id: 'shipped' });
if (!shipped.ok) throw new Error('the shipped pack of these tests has problems');
const catalogue: Catalogue = {
  list: () => [{ id: 'shipped', title: 'Shipped', groups: [], questions: 1, exercises: 0 }],
  get: (id) => (id === 'shipped' ? shipped.pack : null),
  source: (id) => (id === 'shipped' ? shippedSource : null),
  ofVersion: (version) => (version === shipped.pack.version ? shipped.pack : null),
};

export function person(name: string, aliases: string[] = []): Principal {
  return { id: `pr_${name}`, name, kind: 'guest', email: null, image: null, aliases };
}
export const ada = person('ada');
export const grace = person('grace');

export const { file: packWorker } = await bundledPackWorker();

export async function kept(
  library: PackLibrary,
  who: Principal,
  source: string,
  purpose: 'keep' | 'once' = 'keep',
): Promise<KeptPack> {
  const outcome = await library.keep(who, source, purpose);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

export interface LibraryPlace {
  /** Milliseconds; each test begins at the same time. */
  now: number;
  /** The items that people heard; empty at the beginning of a test. */
  heard: { by: string; familyId: string; itemId: string }[];
  library(db: Db, reader: PackReader): PackLibrary;
  /** The packs in the record, as a newly started process sees them. */
  contents(db: Db): StoredPackContents;
  /** Makes a library on a new record. */
  withLibrary(work: (library: PackLibrary, db: Db, record: EventRecord) => Promise<void>): Promise<void>;
}

/** The same tests over SQLite and PostgreSQL, with one shipped pack and a real reader. */
export function describeLibrary(name: string, tests: (place: LibraryPlace) => void): void {
  let postgres: TestPostgres;
  let reader: PackReader;
  beforeAll(async () => {
    postgres = await startPostgres();
    reader = openReader({ file: packWorker });
  });
  afterAll(async () => {
    await reader.close();
    await postgres.stop();
  });
  const dialects = {
    SQLite: async () => ({ databaseUrl: null, dataDir: await recordFolder() }),
    PostgreSQL: async () => ({ databaseUrl: await postgres.tables(), dataDir: '' }),
  };
  describe.each(Object.entries(dialects))(`${name}, in %s`, (_dialect, newPlace) => {
    const place: LibraryPlace = {
      now: 0,
      heard: [],
      contents: (db) => createPackContents({ db, reader: 1, now: () => place.now }),
      library: (db, reading) =>
        createLibrary({
          db,
          contents: place.contents(db),
          catalogue,
          reader: reading,
          heardBy,
          mayPlan: createPlanLimit(),
          rounds: { all: async () => 2, own: async () => 1 },
          secret: 'a secret of these tests',
          now: () => place.now,
        }),
      withLibrary: async (work) => {
        const opened = await openRecord(await newPlace());
        if (!opened.ok) throw new Error(opened.problem);
        place.now = 1_000;
        place.heard = [];
        const people = [ada, grace].map(({ id, name, kind }) => ({ id, name, kind }));
        const blank = { email: null, image: null, epoch: 0, created_at: 0, merged_into: null };
        await opened.db
          .insertInto('principals')
          .values(people.map((one) => ({ ...one, ...blank })))
          .execute();
        try {
          await work(place.library(opened.db, reader), opened.db, opened.record);
        } finally {
          await opened.record.close();
        }
      },
    };
    async function heardBy(ids: string[], familyId: string): Promise<Set<string>> {
      const own = place.heard.filter((one) => ids.includes(one.by) && one.familyId === familyId);
      return new Set(own.map(({ itemId }) => itemId));
    }
    tests(place);
  });
}
