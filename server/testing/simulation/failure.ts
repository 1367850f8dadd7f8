import { lineOf, operationOf } from './operations';
import type { Pin } from './pinned';
import { type Played, type PlayOptions, play } from './play';
import { shrunk } from './shrink';

/** A world in which something was wrong, as short as it could be made. */
export interface Failure {
  found: readonly string[];
  pin: Required<Pin>;
}

/** What a finding is about, without the names in it. */
const kindOf = (found: string) => found.replace(/[^ ]*[0-9~][^ ]*/g, '…');

/** Shortens a world that failed, as long as the same kind of thing is wrong in it. */
export async function failureOf(
  { plan, found }: Pick<Played, 'plan' | 'found'>,
  options: (() => PlayOptions) | null = null,
  plays?: number,
): Promise<Failure> {
  const [first = ''] = found;
  let last: readonly string[] = found;
  const operations = await shrunk(
    plan.operations,
    async (shorter) => {
      const again = await play(plan.seed, { ...options?.(), operations: shorter });
      const fails = again.found.some((one) => kindOf(one) === kindOf(first));
      if (fails) last = again.found;
      return fails;
    },
    plays,
  );
  return { found: last, pin: { seed: plan.seed, operations: operations.map(lineOf) } };
}

/** Plays a pinned world again. */
export function playPinned({ seed, operations }: Pin, options: PlayOptions = {}): Promise<Played> {
  return play(seed, operations ? { ...options, operations: operations.map(operationOf) } : options);
}

/** What to do about a failure, for a person. */
export function inWords({ found, pin }: Failure): string {
  return [
    `Seed ${pin.seed}: ${found.slice(0, 5).join('; ')}`,
    `It needs ${pin.operations.length} operations. Pin it in server/testing/simulation/pinned.ts:`,
    `  ${JSON.stringify(pin)},`,
  ].join('\n');
}
