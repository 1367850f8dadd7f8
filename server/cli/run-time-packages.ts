import { readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { ROOT } from './root';

/** One package in npm's lock file, as far as it matters here. */
interface Locked {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
type Lock = { lockfileVersion: number; packages: Record<string, Locked> };

/** Only files of these are served (see `engines/engine-files.ts`), so that no bundle imports them. */
const SERVED = ['pyodide', '@electric-sql/pglite'];

/** The packages that these bundles import. */
export function importedBy(...bundles: Metafile[]): string[] {
  const names = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ imports }) => imports)
    .filter(({ path, external }) => external && !isBuiltin(path) && !path.startsWith('.'))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set([...names, ...SERVED])].sort();
}

/** A `package.json` and a lock with these packages, and what they need, alone: of the versions in `lock`. */
export function onlyWith(names: readonly string[], { lockfileVersion, packages }: Lock) {
  const needed = new Set<string>();
  const take = (place: string | null): void => {
    if (place === null || needed.has(place)) return;
    needed.add(place);
    for (const name of needsOf(packages[place])) take(placeOf(packages, place, name));
  };
  const dependencies: Record<string, string> = {};
  for (const name of names) {
    const place = placeOf(packages, '', name);
    const version = place === null ? undefined : packages[place]?.version;
    if (version === undefined)
      throw new Error(`the bundle imports ${name}, which package.json does not name`);
    dependencies[name] = version;
    take(place);
  }
  const manifest = { name: 'hotseat-server', private: true, type: 'module', dependencies };
  const kept = Object.entries(packages).flatMap(([place, locked]) =>
    needed.has(place) ? [[place, neededHere(locked)] as const] : [],
  );
  const places: Record<string, object> = { '': manifest, ...Object.fromEntries(kept) };
  const lock = { name: manifest.name, lockfileVersion, requires: true, packages: places };
  return { manifest, lock };
}

/** Writes them beside the bundles. */
export function writePackages(folder: string, bundles: Metafile[]): void {
  const lock: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const made = onlyWith(importedBy(...bundles), lock);
  const write = (name: string, content: object) =>
    writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  write('package.json', made.manifest);
  write('package-lock.json', made.lock);
}

/** Whatever else needed it only for building. */
function neededHere(locked: Locked): object {
  return Object.fromEntries(
    Object.entries(locked).filter(([name]) => name !== 'dev' && name !== 'devOptional'),
  );
}

function needsOf(locked: Locked | undefined): string[] {
  if (!locked) return [];
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = locked;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/** Where Node finds a package that is imported from this place: there, or above it. */
function placeOf(packages: Lock['packages'], from: string, name: string): string | null {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (base === '') return null;
  }
}
