import { parseArgs } from 'node:util';
import { failureOf, inWords } from '../testing/simulation/failure';
import { play } from '../testing/simulation/play';

const USAGE = 'npm run --silent fuzz -- --minutes N [--seed S] [--json]';

/**
 * `npm run fuzz`: worlds full of faults, one seed after another, until the time is up. It stops at the first in which something is
 * wrong, shortens it, prints it and exits with 1.
 */
async function main(): Promise<number> {
  const wish = readWish();
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\nUsage: ${USAGE}\n`);
    return 2;
  }
  const said = (value: object, words: string) =>
    process.stdout.write(wish.json ? `${JSON.stringify(value)}\n` : `${words}\n`);
  const end = Date.now() + wish.minutes * 60_000;
  const began = performance.now();
  let [worlds, operations, seed] = [0, 0, wish.seed];
  for (; worlds === 0 || Date.now() < end; seed += 1) {
    const played = await play(seed);
    worlds += 1;
    operations += played.operations;
    if (played.found.length === 0) {
      if (wish.json) said({ seed, operations: played.operations, digest: played.digest }, '');
      continue;
    }
    process.stderr.write(`Seed ${seed} failed. It is being shortened, which takes a few minutes.\n`);
    const failure = await failureOf(played);
    said({ failed: true, ...failure }, inWords(failure));
    return 1;
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  said(
    { failed: false, worlds, operations, seconds, firstSeed: wish.seed },
    `Nothing was wrong in ${worlds} worlds with ${operations} operations, seeds ${wish.seed} to ${seed - 1}, in ${seconds} s.`,
  );
  return 0;
}

/** The options, or a sentence that says what is wrong with them. */
function readWish(): { minutes: number; seed: number; json: boolean } | string {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (!(minutes >= 0) || minutes > 10_000) return '--minutes takes a number from 0 to 10000.';
    if (!Number.isSafeInteger(seed) || seed < 0) return '--seed takes a whole number.';
    return { minutes, seed, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
