import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Pack } from '../protocol/pack';
import { type PackReading, readPack } from './read-pack';

/** What a list of packs shows; `total` is questions and exercises together. */
export type PackSummary = {
  id: string;
  title: string;
  groups: { id: string; title: string; questions: number }[];
  questions: number;
  exercises: number;
  total: number;
};

/** The packs that ship, in the order in which they are offered. */
export type Catalogue = { list(): PackSummary[]; get(id: string): Pack | null };

export type CatalogueOpening = { ok: true; catalogue: Catalogue } | { ok: false; problems: string[] };

/** The pack that is offered first; the others follow by title. */
const FIRST = 'oyster-panel';

/** Reads every pack of a folder. A broken one refuses the folder: one line each, as `file:line what to write`. */
export async function openCatalogue(folder: string): Promise<CatalogueOpening> {
  const files = await listFiles(folder);
  if (!files) return { ok: false, problems: [`The packs in ${folder} cannot be read: is the folder there?`] };
  const problems: string[] = [];
  const packs = new Map<string, Pack>();
  for (const file of files) {
    const name = relative(process.cwd(), join(folder, file));
    const reading = readPack(await readFile(join(folder, file), 'utf8'), { id: file.slice(0, -3) });
    if (!reading.ok) problems.push(...toLines(name, reading));
    else if (packs.has(reading.pack.id))
      problems.push(`${name}:1 The id "${reading.pack.id}" is taken by another pack.`);
    else packs.set(reading.pack.id, reading.pack);
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

function toCatalogue(packs: Map<string, Pack>): Catalogue {
  const rank = (pack: Pack) => `${pack.id === FIRST ? 0 : 1} ${pack.title}`;
  const summaries = [...packs.values()].sort((a, b) => rank(a).localeCompare(rank(b))).map(toSummary);
  return { list: () => summaries, get: (id) => packs.get(id) ?? null };
}

function toSummary(pack: Pack): PackSummary {
  return {
    id: pack.id,
    title: pack.title,
    groups: pack.groups.map(({ id, title }) => ({
      id,
      title,
      questions: pack.questions.filter((question) => question.groupId === id).length,
    })),
    questions: pack.questions.length,
    exercises: pack.exercises.length,
    total: pack.questions.length + pack.exercises.length,
  };
}
