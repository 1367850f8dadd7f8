import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { GivenSource, PackReader, ReadAsker, Tidying } from '../guides/reader';
import type { Conversion } from '../protocol/guide-source';
import type { Pack } from '../protocol/pack';
import type {
  KeptPack,
  OpenPack,
  PackHit,
  PackPage,
  PackReport,
  PackSummary,
} from '../protocol/pack-library';
import type { PackContents } from '../runtime/ports';
import { idsOf, type Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import { type Asker, isWithin, limited, readerOf, whoOf } from './asker';
import { carriedIds, withIds } from './carried-ids';
import type { Catalogue } from './catalogue';
import type { Db } from './kept-packs';
import { FULL, outcomeOfReturn, outcomeOfSave, packOf } from './outcomes';
import { createPackLinks } from './pack-links';
import { readingOf } from './pack-reading';
import type { NewVersion } from './pack-writer';
import { createPlanning, type PackPlanning, type PlanningPorts } from './planning';
import { READER_VERSION } from './reader-version';
import { searchPacks } from './search';
import { createSharing, type PackSharing } from './sharing';
import { createShelf } from './shelf';
import { summaryOf } from './summary';
import { createWholePacks } from './whole-packs';

/**
 * Packs as pages and route handlers use them: the shipped ones, and a person's own. Every call asks the record who owns
 * a pack; somebody else's pack is treated as missing.
 */
export interface PackLibrary extends PackSharing, PackPlanning {
  shipped(): PackSummary[];
  mine(principal: Principal): Promise<KeptPack[]>;
  /** Shipped, or one's own. */
  summary(principal: Principal | null, id: string): Promise<PackSummary | KeptPack | null>;
  /** Whole, to set up a room with. `pack-unknown` is final; `slow-down`: too many sources are being read just now. */
  find(principal: Principal | null, id: string): Promise<Outcome<Pack>>;
  /** To be read before a room is opened: shipped, or one's own. */
  page(asker: Asker, id: string): Promise<Outcome<PackPage>>;
  /** Questions and exercises of the shipped packs and one's own that contain every word. */
  search(asker: Asker, query: string): Promise<Outcome<PackHit[]>>;
  /** Reads a source without keeping it. */
  read(source: string, asker: Asker): Promise<Outcome<PackReport>>;
  /** A file or pasted text as Markdown. */
  convert(given: GivenSource, asker: Asker): Promise<Outcome<Conversion>>;
  /** A source in the documented form. */
  tidy(source: string, asker: Asker): Promise<Outcome<Tidying>>;
  /** Keeps a source as a pack, or for a day, for one room. */
  keep(principal: Principal, source: string, purpose: 'keep' | 'once'): Promise<Outcome<KeptPack>>;
  /** One's own pack with its Markdown and versions. */
  open(principal: Principal, id: string): Promise<OpenPack | null>;
  /** Saves a version after the one that was seen; `pack-changed` if there is a newer one. */
  save(principal: Principal, id: string, seen: number, source: string): Promise<Outcome<KeptPack>>;
  duplicate(principal: Principal, id: string): Promise<Outcome<KeptPack>>;
  remove(principal: Principal, id: string): Promise<Outcome<null>>;
  /** Undoes a removal of the last day. */
  putBack(principal: Principal, id: string): Promise<Outcome<null>>;
  /** The Markdown as saved, or as shipped. */
  source(
    principal: Principal | null,
    id: string,
    no?: number,
  ): Promise<{ title: string; source: string } | null>;
}

export interface LibraryPorts extends Omit<PlanningPorts, 'find'> {
  db: Db;
  contents: PackContents;
  catalogue: Catalogue;
  reader: PackReader;
  rounds: {
    /** The rounds played with a pack. */
    all(packId: string): Promise<number>;
    /** The rounds among them that these ids of a person find in their history. */
    own(principalIds: string[], packId: string): Promise<number>;
  };
  /** The server's secret, from which the tokens of links are made. */
  secret: string;
  now(): number;
}

/** The most readings per person and minute: an editor asks at every pause in writing. */
const READS_A_MINUTE = 120;
/**
 * The most versions that one person saves per hour: what was read from each stays for up to two hours, named or not.
 */
const SAVES_AN_HOUR = 240;

export function createLibrary(ports: LibraryPorts): PackLibrary {
  const { db, contents, catalogue, reader, heardBy, mayPlan, rounds, now } = ports;
  const shelf = createShelf(db, now);
  const whole = createWholePacks({ contents, catalogue, reader, shelf });
  const reads = new RateLimiterMemory({ points: READS_A_MINUTE, duration: 60 });
  const saves = new RateLimiterMemory({ points: SAVES_AN_HOUR, duration: 3_600 });
  const readFor = (source: string, who: string, asker: ReadAsker = {}) =>
    limited(reads, who, source, () => reader.read(source, who, asker));

  async function find(principal: Principal | null, id: string): Promise<Outcome<Pack>> {
    const found = await whole.find(principal, id);
    return found.ok ? { ok: true, value: found.value.pack } : found;
  }

  async function add(
    principal: Principal,
    made: NewVersion,
    familyId: string,
    as: { once?: boolean; copy?: boolean },
  ): Promise<Outcome<KeptPack>> {
    if (!(await isWithin(saves, principal.id))) return reject('slow-down');
    const kept = await shelf.add(idsOf(principal), { ...made, ...as, ownerId: principal.id, familyId });
    if (!kept) return reject('too-many', FULL);
    await whole.keep({ ...made, id: kept.id, no: kept.no, familyId });
    return { ok: true, value: kept };
  }

  return {
    shipped: () => catalogue.list(),
    mine: (principal) => shelf.list(idsOf(principal)),
    summary: async (principal, id) =>
      catalogue.list().find((pack) => pack.id === id) ??
      (principal ? shelf.find(idsOf(principal), id) : null),
    find,
    page: async (asker, id) => {
      const { principal } = asker;
      const found = await find(principal, id);
      if (!found.ok) return found;
      const kept = principal && (await shelf.find(idsOf(principal), id));
      const own = () => (principal ? rounds.own(idsOf(principal), id) : 0);
      const { brief, ...pack } = found.value;
      return {
        ok: true,
        value: {
          pack: kept ?? summaryOf(found.value),
          own: kept !== null,
          brief,
          preview: readingOf({ ...pack, brief }),
          rounds: await (kept ? rounds.all(id) : own()),
        },
      };
    },
    search: (asker, query) =>
      limited(reads, whoOf(asker), query, async () => {
        const { principal } = asker;
        const mine = principal ? await shelf.list(idsOf(principal)) : [];
        const packs: Pack[] = [];
        // One after the other: a person's packs may be large.
        for (const { id } of [...mine, ...catalogue.list()]) {
          const found = await find(principal, id);
          if (found.ok) packs.push(found.value);
        }
        return searchPacks(packs, query.slice(0, LONGEST_QUERY));
      }),
    ...createSharing({
      links: createPackLinks(db, ports.secret, now),
      whole,
      mayAsk: (who) => isWithin(reads, who),
      add: (principal, made) => add(principal, made, made.pack.familyId, {}),
    }),
    convert: (given, asker) =>
      limited(reads, whoOf(asker), '', () => reader.convert(given, whoOf(asker), readerOf(asker))),
    tidy: (source, asker) =>
      limited(reads, whoOf(asker), source, () => reader.tidy(source, whoOf(asker), readerOf(asker))),
    read: async (source, asker) => {
      const { principal } = asker;
      const outcome = await readFor(source, whoOf(asker), readerOf(asker));
      if (!outcome.ok) return outcome;
      const { ok, title, counts, preview, problems, warnings, coverage, pack } = outcome.value;
      const called = { title, slug: pack?.id ?? null };
      const kept = principal ? await shelf.called(idsOf(principal), called) : null;
      return { ok: true, value: { ok, title, counts, preview, problems, warnings, coverage, kept } };
    },
    keep: async (principal, source, purpose) => {
      const outcome = await packOf(readFor, source, principal);
      if (!outcome.ok) return outcome;
      const { pack } = outcome.value;
      const made = { source, pack, reader: READER_VERSION, slug: pack.id, ids: null };
      return add(principal, made, familyOf(catalogue, pack), { once: purpose === 'once' });
    },
    open: async (principal, id) => {
      const owners = idsOf(principal);
      const [kept, text, versions] = await Promise.all([
        shelf.find(owners, id),
        shelf.source(owners, id),
        shelf.versions(owners, id),
      ]);
      return kept && text ? { ...kept, source: text.source, versions } : null;
    },
    save: async (principal, id, seen, source) => {
      const outcome = await packOf(readFor, source, principal);
      if (!outcome.ok) return outcome;
      if (!(await isWithin(saves, principal.id))) return reject('slow-down');
      const before = await whole.find(principal, id);
      if (!before.ok && before.code !== 'pack-broken') return before;
      const kept = await shelf.source(idsOf(principal), id);
      if (!kept) return reject('pack-unknown');
      const { pack, named } = outcome.value;
      const known = before.ok ? (kept.ids ?? {}) : kept.ids;
      const ids = known ? carriedIds(before.ok ? before.value.pack : null, known, pack, named) : null;
      const played = ids ? withIds(pack, ids, named) : pack;
      const made = { source, pack: played, reader: READER_VERSION, slug: pack.id, ids };
      const saved = await shelf.save(idsOf(principal), id, seen, made);
      if (typeof saved === 'object') await whole.keep({ ...made, id, no: saved.no, familyId: kept.familyId });
      return outcomeOfSave(saved);
    },
    // A copy of a shipped pack becomes one's own. The Markdown is the same, byte for byte.
    duplicate: async (principal, id) => {
      const found = await whole.find(principal, id);
      return found.ok ? add(principal, found.value, found.value.pack.familyId, { copy: true }) : found;
    },
    remove: async (principal, id) =>
      (await shelf.remove(idsOf(principal), id)) ? { ok: true, value: null } : reject('pack-unknown'),
    putBack: async (principal, id) => outcomeOfReturn(await shelf.putBack(idsOf(principal), id)),
    source: async (principal, id, no) => {
      const shipped = no === undefined ? catalogue.source(id) : null;
      const title = catalogue.get(id)?.title;
      if (shipped !== null && title !== undefined) return { title, source: shipped };
      const kept = principal && (await shelf.source(idsOf(principal), id, no));
      return kept && { title: kept.title, source: kept.source };
    },
    ...createPlanning({ find, heardBy, mayPlan }),
  };
}

/** The same text is the same pack, whoever imports it and however often. */
function familyOf(catalogue: Catalogue, { version }: Pack): string {
  return catalogue.ofVersion(version)?.familyId ?? `text-${version.slice(0, 32)}`;
}

/** The most letters of a search; the rest is ignored. */
const LONGEST_QUERY = 200;
