/** Ends a start that failed: prints one readable line for each problem, and exits with 1. */
export function cannotStart(...problems: string[]): never {
  for (const problem of problems)
    process.stderr.write(`Hotseat cannot start. ${problem.replaceAll('\n', ' ')}\n`);
  process.exit(1);
}
