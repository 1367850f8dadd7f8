/** What a program is: the text as it is now, the checks that see its names if there are any, and what SQL loads before. */
export interface Program {
  text: string;
  checks: string | null;
  data: string | null;
}

/** What a worker tells the page of the sandbox, which cuts and counts it. */
export type Told =
  /** The program begins now: from here on its time is measured. */
  | { kind: 'started' }
  | { kind: 'output'; text: string }
  | { kind: 'result'; name: string; ok: boolean; message: string }
  | { kind: 'end'; problem?: string };

export type Tell = (told: Told) => void;

/** What the page hands to a worker: files by their names. */
export interface Handed {
  program: Program;
  files: Record<string, ArrayBuffer>;
}
