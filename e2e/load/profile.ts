import { existsSync, readFileSync } from 'node:fs';
import type { Profiler, Runtime } from 'node:inspector';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../server/cli/bundle';

/** The percentage of the server's busy time that was spent in a function itself, or in a whole package. */
interface Share {
  name: string;
  percent: number;
}

const FUNCTIONS_TOLD = 30;
const IDLE = '(idle)';

/** Where a server's time went, from V8's profile. `busy` is in percent of the whole time. */
export function readProfile(file: string): { busy: number; packages: Share[]; functions: Share[] } {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile;
  const self = new Map<number, number>();
  for (const [index, id] of (profile.samples ?? []).entries())
    self.set(id, (self.get(id) ?? 0) + Math.max(0, profile.timeDeltas?.[index] ?? 0));
  const places = createPlaces();
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let [all, busy] = [0, 0];
  for (const { id, callFrame } of profile.nodes) {
    const time = self.get(id) ?? 0;
    all += time;
    if (callFrame.functionName === IDLE) continue;
    busy += time;
    const { owner, place } = places(callFrame);
    const name = `${callFrame.functionName || '(anonymous)'}${place === '' ? '' : ` ${place}`}`;
    packages.set(owner, (packages.get(owner) ?? 0) + time);
    functions.set(`${owner}: ${name}`, (functions.get(`${owner}: ${name}`) ?? 0) + time);
  }
  const shares = (times: Map<string, number>) =>
    [...times]
      .map(([name, time]) => ({ name, percent: (time / busy) * 100 }))
      .sort((a, b) => b.percent - a.percent);
  return {
    busy: (busy / all) * 100,
    packages: shares(packages),
    functions: shares(functions).slice(0, FUNCTIONS_TOLD),
  };
}

/** Finds the owner of a function: a package, one of our folders (through the bundle's source map), Node or V8. */
function createPlaces() {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    const known = maps.get(file);
    if (known !== undefined) return known;
    const map = existsSync(`${file}.map`)
      ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
      : null;
    maps.set(file, map);
    return map;
  };
  return ({ url, lineNumber, columnNumber, functionName }: Runtime.CallFrame) => {
    if (url.startsWith('node:')) return { owner: 'node', place: url };
    if (!url.startsWith('file:')) return { owner: functionName.startsWith('(') ? 'v8' : 'native', place: '' };
    const file = fileURLToPath(url);
    const [, owner] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    if (owner) return { owner, place: `${file.slice(file.lastIndexOf('/') + 1)}:${lineNumber + 1}` };
    const entry = mapOf(file)?.findEntry(lineNumber, columnNumber);
    const source = entry && 'originalSource' in entry ? entry.originalSource : relative(ROOT, file);
    const [, folder, name] = /((?:server|e2e)\/[^/]+)\/?(.*)$/.exec(source) ?? [];
    return { owner: folder ?? 'hotseat', place: name ?? source };
  };
}

export function profileInWords({ busy, packages, functions }: ReturnType<typeof readProfile>): string {
  const lines = (shares: readonly Share[]) =>
    shares
      .filter(({ percent }) => percent >= 0.1)
      .map(({ name, percent }) => `${percent.toFixed(1).padStart(6)} %  ${name}`);
  return [
    `The server was busy ${busy.toFixed(0)} % of the time. Of that:`,
    ...lines(packages),
    '',
    'Functions, by the time spent in them alone:',
    ...lines(functions),
    '',
  ].join('\n');
}
