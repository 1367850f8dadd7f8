import type { CheckReport } from '@/server/protocol/code';

/** What is run: the text as it is now, and the checks that are to see its names; null runs the text alone. */
export interface Program {
  text: string;
  checks: string | null;
  /** What SQL loads before; null elsewhere. */
  data: string | null;
}

/** How programs of a language are run in this browser. Nothing that a person typed runs anywhere else. */
export interface Runner {
  /** Rejects where what it needs cannot be fetched now: then nothing was run. */
  run(program: Program): Promise<CheckReport>;
}

const script =
  (...transforms: ('typescript' | 'jsx')[]) =>
  async () =>
    (await import('./script-runner')).scriptRunner(transforms);
const engine = (name: 'python' | 'sql') => async () => (await import('./engine-runner')).engineRunner(name);

/** By what packs write after the fence, in lower case. Each is fetched when it is first needed. */
const RUNNERS: Record<string, () => Promise<Runner>> = {
  javascript: script(),
  js: script(),
  jsx: script('jsx'),
  typescript: script('typescript'),
  ts: script('typescript'),
  tsx: script('typescript', 'jsx'),
  python: engine('python'),
  py: engine('python'),
  sql: engine('sql'),
  postgresql: engine('sql'),
};

const ENGINED: ReadonlySet<string> = new Set(['python', 'py', 'sql', 'postgresql']);

const loadOf = (language: string | null) => {
  const word = language?.toLowerCase() ?? '';
  return Object.hasOwn(RUNNERS, word) ? RUNNERS[word] : undefined;
};

/** Whether checks in a language can be run here. */
export function canRun(language: string | null): boolean {
  return loadOf(language) !== undefined;
}

/** Whether starting it takes a while, and a download at first. */
export function needsEngine(language: string | null): boolean {
  return ENGINED.has(language?.toLowerCase() ?? '');
}

/** The runner of a language; null where there is none. */
export async function runnerOf(language: string | null): Promise<Runner | null> {
  return (await loadOf(language)?.()) ?? null;
}
