/** Where a replay begins, in milliseconds into the round, by what its address says. */
export function startOf(at: string | string[] | undefined): number {
  return typeof at === 'string' && /^\d{1,9}$/.test(at) ? Number(at) : 0;
}
