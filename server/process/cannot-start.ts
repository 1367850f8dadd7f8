/** Ends a start that cannot go on: one readable line for each problem, and exit code 1. */
export function cannotStart(...problems: string[]): never {
  for (const problem of problems)
    process.stderr.write(`Hotseat cannot start. ${problem.replaceAll('\n', ' ')}\n`);
  process.exit(1);
}
