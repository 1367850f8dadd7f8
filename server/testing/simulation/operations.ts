import { type Random, seededRandom } from '../seeded-random';

/** Where a process can be killed. `half-published`: after some of the frames of a change. */
export const BOUNDARIES = [
  'now',
  'before-append',
  'after-append',
  'before-publish',
  'half-published',
  'before-acknowledge',
] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** What a world goes through, each at its time (ms since its start). `ms`: for how long. */
export type Operation = { at: number } & (
  | { kind: 'act'; who: string; entropy: number }
  | { kind: 'reload' | 'cut' | 'stale'; who: string }
  /** `silent`: the network swallows everything in both directions. `sleep`: the laptop is shut. */
  | { kind: 'silent' | 'sleep'; who: string; ms: number }
  /** It dies when it next gets there, and another takes its place after `ms`. */
  | { kind: 'crash'; process: number; boundary: Boundary; ms: number }
  /** It is told to stop and does so in its own time, and another takes its place after `ms`. */
  | { kind: 'drain' | 'freeze'; process: number; ms: number }
  /** The machine's clock is set so far (ms) ahead, or behind. */
  | { kind: 'clock'; process: number; ms: number }
  | { kind: 'record-away' | 'record-slow' | 'record-loses-answers' | 'bus-away'; ms: number }
  /** This process hears nothing of the others. */
  | { kind: 'deaf'; process: number; ms: number }
);
export type OperationKind = Operation['kind'];

/** Milliseconds of storm, of the long night in between (in one world of six), and of calm, in which everything must settle. */
const STORM_MS = 150_000;
const NIGHT_MS = 600_000;
export const CALM_MS = 60_000;
const HOUR_MS = 3_600_000;
export const PROCESSES = 3;

export interface Plan {
  seed: number;
  /** How long (ms) it lasts before the calm. */
  stormMs: number;
  operations: readonly Operation[];
}

/** Everything that is done in the world of this seed, before anything of it is. */
export function planOf(seed: number, people: readonly string[]): Plan {
  const random = seededRandom(seed ^ 0x5eed);
  const hasNight = seed % 6 === 0;
  const storm = (from: number): Operation[] => [
    ...acts(random, people, from, STORM_MS, 70),
    ...faults(random, people, from),
  ];
  const operations = storm(0);
  if (hasNight) {
    operations.push({ at: STORM_MS, kind: 'sleep', who: random.pick(people), ms: NIGHT_MS });
    operations.push(...acts(random, people, STORM_MS, NIGHT_MS, 4_000), ...storm(STORM_MS + NIGHT_MS));
  }
  operations.sort((a, b) => a.at - b.at);
  return { seed, stormMs: hasNight ? 2 * STORM_MS + NIGHT_MS : STORM_MS, operations };
}

function acts(
  random: Random,
  people: readonly string[],
  from: number,
  ms: number,
  every: number,
): Operation[] {
  return Array.from({ length: Math.floor(ms / every) }, () => ({
    at: from + random.int(ms),
    kind: 'act' as const,
    who: random.pick(people),
    entropy: random.int(2 ** 31),
  }));
}

/** Many of each kind, and some that take so long that others happen meanwhile. */
function faults(random: Random, people: readonly string[], from: number): Operation[] {
  const at = (before = 0) => from + random.int(STORM_MS - before);
  const process = () => random.int(PROCESSES);
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const span = (min: number, max: number) => min + random.int(max - min);
  const who = () => random.pick(people);
  return [
    ...times(18, () => {
      const boundary = random.pick(BOUNDARIES);
      return { at: at(), kind: 'crash' as const, process: process(), boundary, ms: span(100, 3_000) };
    }),
    ...times(3, () => ({ at: at(), kind: 'drain' as const, process: process(), ms: span(100, 2_000) })),
    ...times(3, () => {
      const ms = span(500, 20_000);
      return { at: at(ms), kind: 'freeze' as const, process: process(), ms };
    }),
    ...times(2, () => {
      const ms = span(2_000, 25_000);
      return { at: at(ms), kind: 'deaf' as const, process: process(), ms };
    }),
    ...times(2, () => ({
      at: at(),
      kind: 'clock' as const,
      process: process(),
      ms: random.pick([HOUR_MS, -HOUR_MS]),
    })),
    ...(['record-away', 'record-slow', 'record-loses-answers', 'bus-away'] as const).flatMap((kind) =>
      times(2, () => {
        const ms = span(500, kind === 'bus-away' ? 20_000 : 6_000);
        return { at: at(ms), kind, ms };
      }),
    ),
    ...times(8, () => ({ at: at(), kind: 'cut' as const, who: who() })),
    ...times(5, () => ({ at: at(), kind: 'reload' as const, who: who() })),
    ...times(1, () => ({ at: at(), kind: 'stale' as const, who: who() })),
    ...(['silent', 'sleep'] as const).flatMap((kind) =>
      times(2, () => {
        const ms = span(1_000, 40_000);
        return { at: at(ms), kind, who: who(), ms };
      }),
    ),
  ];
}

/** One line for an operation, such as `13000 crash 1 after-append 700`. */
export function lineOf(operation: Operation): string {
  const { at, kind, ...rest } = operation;
  return [at, kind, ...Object.values(rest)].join(' ');
}

/** The operation of a line that `lineOf` made. */
export function operationOf(line: string): Operation {
  const [time = '', kind, a = '', b = '', c = ''] = line.split(' ');
  const at = Number(time);
  switch (kind) {
    case 'act':
      return { at, kind, who: a, entropy: Number(b) };
    case 'reload':
    case 'cut':
    case 'stale':
      return { at, kind, who: a };
    case 'silent':
    case 'sleep':
      return { at, kind, who: a, ms: Number(b) };
    case 'crash': {
      const boundary = BOUNDARIES.find((one) => one === b);
      if (boundary) return { at, kind, process: Number(a), boundary, ms: Number(c) };
      break;
    }
    case 'drain':
    case 'freeze':
    case 'clock':
    case 'deaf':
      return { at, kind, process: Number(a), ms: Number(b) };
    case 'record-away':
    case 'record-slow':
    case 'record-loses-answers':
    case 'bus-away':
      return { at, kind, ms: Number(a) };
    default:
      break;
  }
  throw new Error(`no operation: ${line}`);
}
