/** Where a replay begins, in milliseconds into the round, according to its address. */
export function startOf(at: string | string[] | undefined): number {
  return typeof at === 'string' && /^\d{1,9}$/.test(at) ? Number(at) : 0;
}
