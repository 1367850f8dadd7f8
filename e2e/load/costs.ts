import type { Note } from './busy';
import { rounded } from './report';
import type { Scale } from './scale';
import type { ServerKind } from './server-process';

/** Microseconds of the processor for each command. */
type Costs = Record<ServerKind, number>;

const KINDS: readonly ServerKind[] = ['bare', 'storing', 'hotseat'];

/** What of a command's cost is a relay's, what is storing it, and what is the rest: the servers by turns, and the least of all rounds. */
export async function measureCosts(
  measure: (kind: ServerKind) => Promise<number>,
  { rounds }: Pick<Scale, 'rounds'>,
  note: Note,
): Promise<Costs> {
  const costs: Costs = { bare: Infinity, storing: Infinity, hotseat: Infinity };
  for (let no = 1; no <= rounds; no += 1)
    for (const kind of KINDS) {
      const cost = await measure(kind);
      note(`${kind}: ${Math.round(cost)} µs`);
      costs[kind] = Math.min(costs[kind], cost);
    }
  return costs;
}

export function costsInWords(costs: Costs): string {
  return KINDS.map(
    (kind) => `${kind}: ${Math.round(costs[kind])} µs, ${rounded(costs[kind] / costs.bare)} times bare\n`,
  ).join('');
}
