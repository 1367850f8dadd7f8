import type { MemoryTexts } from '../memory-code';
import type { MemoryEvents } from '../memory-record';
import { audit } from './audit';
import { type Operation, type Plan, planOf } from './operations';
import { formatOf, World, windowsOf } from './world';

export interface Played {
  plan: Plan;
  /** What was found wrong, in words; empty if nothing was. */
  found: string[];
  /** The same for two plays in which the same happened at the same times. */
  digest: string;
  /** What the history holds and the audit judges: see `docs/faults.md`. */
  operations: number;
  counts: Readonly<Record<string, number>>;
  world: World;
}

export interface PlayOptions {
  /** Instead of everything that the seed plans. */
  operations?: readonly Operation[];
  /** Another record, for planted faults. */
  events?: MemoryEvents;
  texts?: MemoryTexts;
  keepsLines?: boolean;
}

/** How long (ms) a list of operations goes on after its last one. */
const AFTER_MS = 20_000;

/** What peers do in exercises of the pack; and what those see and write in a text who had the hot seat before. */
function peerCode(world: World): Record<string, number> {
  const { history, items } = world;
  const { rounds } = world.refolded();
  const codes = rounds.flatMap(({ asks }, no) => {
    const before = new Set(rounds.slice(0, no).map(({ candidateId }) => candidateId));
    return asks.flatMap(({ askId, itemId, code }) => (code ? [{ askId, itemId, before }] : []));
  });
  const planted = new Set(
    items.flatMap(({ id, kind, points }) => (kind === 'exercise' && points[0] ? id : [])),
  );
  const satBefore = (who: string, askId: string) =>
    codes.some((code) => code.askId === askId && code.before.has(who));
  return {
    'exercises of peers': codes.filter(({ itemId }) => planted.has(itemId)).length,
    'reads by who sat before': history.shown.filter(({ to, askId }) => satBefore(to, askId)).length,
    'writings by who sat before': history.written.filter(({ by, askId }) => satBefore(by, askId)).length,
  };
}

/** Plays the world of a seed to its end, and checks all that happened in it. */
export async function play(seed: number, options: PlayOptions = {}): Promise<Played> {
  const format = formatOf(seed);
  const planned = planOf(
    seed,
    windowsOf(format).map(([window]) => window),
  );
  const { operations } = options;
  const plan = operations ? { seed, operations, stormMs: (operations.at(-1)?.at ?? 0) + AFTER_MS } : planned;
  const world = new World(plan, format, options);
  await world.live();
  const { counts, attempts, looks, writings, shown } = world.history;
  Object.assign(counts, {
    asked: attempts.length,
    looks: looks.length,
    writings: writings.length,
    texts: shown.length,
    ...(format === 'peer' && peerCode(world)),
  });
  return {
    plan,
    found: audit(world),
    digest: world.history.digest(),
    operations: attempts.length + looks.length + writings.length + (counts.faults ?? 0),
    counts,
    world,
  };
}
