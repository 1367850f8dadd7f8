/** What one check of an exercise said of a text; `failed` is null where it passed. */
export interface CheckResult {
  name: string;
  failed: string | null;
}

/** A text that could not be run at all, which is a failure too. */
export function notRun(error: unknown): CheckResult[] {
  return [{ name: 'the program', failed: String(error) }];
}
