import type { CheckReport } from '@/server/protocol/code';

/** What is run: the text as it is now, and the checks that are to see its names. */
export interface Program {
  text: string;
  checks: string;
  /** What SQL loads before; null elsewhere. */
  data: string | null;
}

/** How programs of a language are run in this browser. Nothing that a person typed runs anywhere else. */
export interface Runner {
  run(program: Program): Promise<CheckReport>;
}

const SCRIPTS: Record<string, boolean> = {
  javascript: false,
  js: false,
  jsx: false,
  typescript: true,
  ts: true,
  tsx: true,
};

/** Whether checks in a language can be run here. */
export function canRun(language: string | null): boolean {
  return Object.hasOwn(SCRIPTS, language?.toLowerCase() ?? '');
}

/** The runner of a language, fetched when it is first needed; null where there is none. */
export async function runnerOf(language: string | null): Promise<Runner | null> {
  if (!canRun(language)) return null;
  const { scriptRunner } = await import('./script-runner');
  return scriptRunner(SCRIPTS[language?.toLowerCase() ?? ''] ?? false);
}
