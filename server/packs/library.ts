import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { PackReading } from '../guides/read-pack';
import { isTooMuch, type PackReader, type ReadAsker } from '../guides/reader';
import type {
  AgendaWish,
  PlanForecast,
  SharesWish,
  SlotSuggestion,
  SlotsWish,
  Suggestion,
} from '../protocol/agenda-wish';
import { PACK_LIMITS, type Pack } from '../protocol/pack';
import type { KeptPack, OpenPack, PackReport, PackSummary } from '../protocol/pack-library';
import { packForecast } from '../room/forecast';
import { openingAgenda, suggestAgenda } from '../room/suggest';
import { suggestSlots } from '../room/suggest-slots';
import { idsOf, type Principal } from '../runtime/principal';
import { refuse } from '../runtime/refusal';
import type { Outcome } from '../runtime/rooms';
import { carriedIds, withIds } from './carried-ids';
import type { Catalogue } from './catalogue';
import type { Db } from './kept-packs';
import type { NewVersion } from './pack-writer';
import { createShelf } from './shelf';

/**
 * Packs as pages and route handlers use them: those that ship, and a person's own. Whose a pack is, is asked of the
 * record at every call; somebody else's pack is not there.
 */
export interface PackLibrary {
  shipped(): PackSummary[];
  mine(principal: Principal): Promise<KeptPack[]>;
  /** Shipped, or one's own. */
  summary(principal: Principal | null, id: string): Promise<PackSummary | KeptPack | null>;
  /** Whole, to set up a room with. `pack-unknown` is final; `slow-down`: too much is being read just now. */
  find(principal: Principal | null, id: string): Promise<Outcome<Pack>>;
  /** Reads a source without keeping it. */
  read(source: string, asker: Asker): Promise<Outcome<PackReport>>;
  /** Keeps a source as a pack, or for a day, for one room. */
  keep(principal: Principal, source: string, purpose: 'keep' | 'once'): Promise<Outcome<KeptPack>>;
  /** One's own with its Markdown and versions. */
  open(principal: Principal, id: string): Promise<OpenPack | null>;
  /** A version after the one that was seen; `pack-changed` when there is a newer one. */
  save(principal: Principal, id: string, seen: number, source: string): Promise<Outcome<KeptPack>>;
  duplicate(principal: Principal, id: string): Promise<Outcome<KeptPack>>;
  remove(principal: Principal, id: string): Promise<Outcome<null>>;
  /** Undoes a removal of the last day. */
  putBack(principal: Principal, id: string): Promise<Outcome<null>>;
  /** The Markdown as it was saved; of a shipped pack as it ships. */
  source(
    principal: Principal | null,
    id: string,
    no?: number,
  ): Promise<{ title: string; source: string } | null>;
  /** Whole, with the agenda that set-up opens with. */
  opening(asker: Asker, id: string): Promise<Outcome<Opening>>;
  suggest(asker: Asker, id: string, wish: AgendaWish): Promise<Outcome<Suggestion>>;
  /** For a rotation. */
  suggestSlots(asker: Asker, id: string, wish: SlotsWish): Promise<Outcome<SlotSuggestion>>;
  /** What each person of a rotation will get. */
  forecast(asker: Asker, id: string, wish: SharesWish): Promise<Outcome<PlanForecast>>;
}

export interface Opening {
  pack: Pack;
  suggestion: Suggestion;
}

/** Somebody who may not have signed in yet: then the address that they ask from stands for them. */
export interface Asker {
  principal: Principal | null;
  address: string;
  /** Aborted when they leave. */
  signal?: AbortSignal;
}

export interface LibraryPorts {
  db: Db;
  catalogue: Catalogue;
  reader: PackReader;
  /** Ids of the items of a family of packs that any of these ids of a person heard. */
  heardBy(principalIds: string[], familyId: string): Promise<Set<string>>;
  /** Whether whoever has this id, or address, may ask for one more forecast or suggestion now. */
  mayPlan(who: string): Promise<boolean>;
  now(): number;
}

/** Readings of one person in a minute: an editor asks at every pause in writing. */
const READS_A_MINUTE = 120;

export function createLibrary({ db, catalogue, reader, heardBy, mayPlan, now }: LibraryPorts): PackLibrary {
  const shelf = createShelf(db, now);
  const limiter = new RateLimiterMemory({ points: READS_A_MINUTE, duration: 60 });
  const readFor = (source: string, who: string, asker?: ReadAsker) =>
    readLimited({ reader, limiter }, source, who, asker);

  async function whole(principal: Principal | null, id: string): Promise<Outcome<NewVersion>> {
    const [shipped, markdown] = [catalogue.get(id), catalogue.source(id)];
    if (shipped && markdown !== null)
      return { ok: true, value: { source: markdown, pack: shipped, slug: id, ids: null } };
    const kept = principal && (await shelf.source(idsOf(principal), id));
    if (!principal || !kept) return refuse('pack-unknown');
    const { source, familyId, ids } = kept;
    const reading = await reader.read(source, principal.id);
    // It was read when it was kept: if that takes too long now, so does everything.
    if (!reading || isTooMuch(reading)) return refuse('slow-down');
    if (!reading.ok) return refuse('pack-broken', OUTDATED);
    // The front matter may claim any id: history must not take one person's pack for another's.
    const pack = ids ? withIds(reading.pack, ids, reading.named) : reading.pack;
    return { ok: true, value: { source, pack: { ...pack, id, familyId }, slug: pack.id, ids } };
  }

  async function find(principal: Principal | null, id: string): Promise<Outcome<Pack>> {
    const found = await whole(principal, id);
    return found.ok ? { ok: true, value: found.value.pack } : found;
  }

  async function add(
    principal: Principal,
    made: NewVersion,
    familyId: string,
    as: { once?: boolean; copy?: boolean },
  ): Promise<Outcome<KeptPack>> {
    const kept = await shelf.add(idsOf(principal), { ...made, ...as, ownerId: principal.id, familyId });
    return kept ? { ok: true, value: kept } : refuse('too-many', FULL);
  }

  /** A pack that something is planned with, and what of it whoever plans has heard. */
  async function plan<T>(
    { principal, address }: Asker,
    id: string,
    work: (pack: Pack, heard: Set<string>) => T,
  ): Promise<Outcome<T>> {
    if (!(await mayPlan(principal?.id ?? address))) return refuse('slow-down');
    const found = await find(principal, id);
    if (!found.ok) return found;
    const pack = found.value;
    const heard = principal ? await heardBy(idsOf(principal), pack.familyId) : new Set<string>();
    return { ok: true, value: work(pack, heard) };
  }

  return {
    shipped: () => catalogue.list(),
    mine: (principal) => shelf.list(idsOf(principal)),
    summary: async (principal, id) =>
      catalogue.list().find((pack) => pack.id === id) ??
      (principal ? shelf.find(idsOf(principal), id) : null),
    find,
    read: async (source, { principal, address, signal }) => {
      const outcome = await readFor(source, principal?.id ?? address, {
        stranger: principal === null,
        signal,
      });
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
      const made = { source, pack, slug: pack.id, ids: null };
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
      const before = await whole(principal, id);
      if (!before.ok && before.code !== 'pack-broken') return before;
      const { pack, named } = outcome.value;
      const known = before.ok ? (before.value.ids ?? {}) : (await shelf.source(idsOf(principal), id))?.ids;
      const ids = known ? carriedIds(before.ok ? before.value.pack : null, known, pack, named) : null;
      const made = { source, pack, slug: pack.id, ids };
      return outcomeOfSave(await shelf.save(idsOf(principal), id, seen, made));
    },
    // A shipped pack becomes one's own; one's own gets a twin. The Markdown is the same to the byte.
    duplicate: async (principal, id) => {
      const found = await whole(principal, id);
      return found.ok ? add(principal, found.value, found.value.pack.familyId, { copy: true }) : found;
    },
    remove: async (principal, id) =>
      (await shelf.remove(idsOf(principal), id)) ? { ok: true, value: null } : refuse('pack-unknown'),
    putBack: async (principal, id) => outcomeOfReturn(await shelf.putBack(idsOf(principal), id)),
    source: async (principal, id, no) => {
      const shipped = no === undefined ? catalogue.source(id) : null;
      const title = catalogue.get(id)?.title;
      if (shipped !== null && title !== undefined) return { title, source: shipped };
      const kept = principal && (await shelf.source(idsOf(principal), id, no));
      return kept && { title: kept.title, source: kept.source };
    },
    forecast: (asker, id, wish) => plan(asker, id, (pack, heard) => packForecast(pack, wish, heard)),
    opening: (asker, id) =>
      plan(asker, id, (pack, heard) => ({ pack, suggestion: openingAgenda(pack, heard) })),
    suggestSlots: (asker, id, wish) => plan(asker, id, (pack) => suggestSlots(pack, wish)),
    suggest: (asker, id, wish) =>
      plan(asker, id, (pack, heard) => suggestAgenda(pack, { ...wish, heard, whom: 'you' })),
  };
}

/** The same text is the same pack, whoever brings it and however often. */
function familyOf(catalogue: Catalogue, { version }: Pack): string {
  return catalogue.ofVersion(version)?.familyId ?? `text-${version.slice(0, 32)}`;
}

const OUTDATED = 'This pack was kept by an earlier version and has problems today. Open it in the editor.';

const FULL =
  'You keep as many packs as one person can. Download and delete some that you do not need, then try again.';

type WholeReading = Extract<PackReading, { ok: true }>;

async function packOf(
  read: (source: string, who: string) => Promise<Outcome<PackReading>>,
  source: string,
  principal: Principal,
): Promise<Outcome<WholeReading>> {
  const outcome = await read(source, principal.id);
  if (!outcome.ok) return outcome;
  return outcome.value.ok ? { ok: true, value: outcome.value } : refuse('pack-broken');
}

async function readLimited(
  { reader, limiter }: { reader: PackReader; limiter: RateLimiterMemory },
  source: string,
  who: string,
  asker?: ReadAsker,
): Promise<Outcome<PackReading>> {
  if (Buffer.byteLength(source) > PACK_LIMITS.bytes) return refuse('pack-too-big');
  try {
    await limiter.consume(who);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refuse('slow-down');
    throw refusal;
  }
  const reading = await reader.read(source, who, asker);
  return reading ? { ok: true, value: reading } : refuse('slow-down');
}

function outcomeOfSave(saved: KeptPack | 'gone' | 'changed' | 'full'): Outcome<KeptPack> {
  if (saved === 'gone') return refuse('pack-unknown');
  if (saved === 'changed') return refuse('pack-changed');
  if (saved === 'full') return refuse('too-many', FULL);
  return { ok: true, value: saved };
}

function outcomeOfReturn(returned: 'back' | 'gone' | 'full'): Outcome<null> {
  if (returned === 'gone') return refuse('pack-unknown');
  return returned === 'full' ? refuse('too-many', FULL) : { ok: true, value: null };
}
