/** The result of one check of an exercise; `failed` is null if it passed. */
export interface CheckResult {
  name: string;
  failed: string | null;
}

/** For a text that could not run at all, which is also a failure. */
export function notRun(error: unknown): CheckResult[] {
  return [{ name: 'the program', failed: String(error) }];
}
