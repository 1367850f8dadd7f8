import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type PackReading, readPack } from '../guides/read-pack';
import type { Pack } from '../protocol/pack';
import type { PackSummary } from '../protocol/pack-library';
import { summaryOf } from './summary';

/** The shipped packs, in the order in which people see them. */
export type Catalogue = {
  list(): PackSummary[];
  get(id: string): Pack | null;
  /** The Markdown that it was read from. */
  source(id: string): string | null;
  /** The pack whose Markdown has this SHA-256. */
  ofVersion(version: string): Pack | null;
};

export type CatalogueOpening = { ok: true; catalogue: Catalogue } | { ok: false; problems: string[] };

type Shipped = { pack: Pack; source: string };

/** The first pack in the list; the others follow by title. */
const FIRST = 'oyster-panel';

/** Reads every pack of a folder. A broken one rejects the folder: one line each, as `file:line what to write`. */
export async function openCatalogue(folder: string): Promise<CatalogueOpening> {
  const files = await listFiles(folder);
  if (!files)
    return { ok: false, problems: [`The packs in ${folder} cannot be read: does the folder exist?`] };
  const problems: string[] = [];
  const packs = new Map<string, Shipped>();
  for (const file of files) {
    const name = relative(process.cwd(), join(folder, file));
    const source = await readFile(join(folder, file), 'utf8');
    const reading = readPack(source, { id: file.slice(0, -3) });
    if (!reading.ok) problems.push(...toLines(name, reading));
    else if (packs.has(reading.pack.id))
      problems.push(`${name}:1 The id "${reading.pack.id}" is taken by another pack.`);
    else packs.set(reading.pack.id, { pack: reading.pack, source });
  }
  if (files.length === 0) problems.push(`There is no pack in ${folder}.`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue: toCatalogue(packs) };
}

async function listFiles(folder: string): Promise<string[] | null> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  } catch {
    return null;
  }
}

function toLines(name: string, { problems }: PackReading): string[] {
  return problems.map(({ line, message, hint }) => `${name}:${line} ${message} ${hint}`);
}

function toCatalogue(packs: Map<string, Shipped>): Catalogue {
  const rank = (pack: Pack) => `${pack.id === FIRST ? 0 : 1} ${pack.title}`;
  const summaries = [...packs.values()]
    .map(({ pack }) => pack)
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .map(summaryOf);
  return {
    list: () => summaries,
    get: (id) => packs.get(id)?.pack ?? null,
    source: (id) => packs.get(id)?.source ?? null,
    ofVersion: (version) => [...packs.values()].find(({ pack }) => pack.version === version)?.pack ?? null,
  };
}
