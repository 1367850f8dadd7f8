import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BusyFigures, measureBusy, measureCost, ready } from '../../e2e/load/busy';
import { clusterInWords, measureCluster } from '../../e2e/load/cluster';
import { costsInWords, measureCosts } from '../../e2e/load/costs';
import { type KeystrokeFigures, measureKeystrokes } from '../../e2e/load/keystrokes';
import { leaveAll } from '../../e2e/load/load-room';
import { OpenLoop } from '../../e2e/load/open-loop';
import { profileInWords, readProfile } from '../../e2e/load/profile';
import { measureQuiet, type QuietFigures } from '../../e2e/load/quiet';
import { type BenchReport, inWords, median, rounded } from '../../e2e/load/report';
import { FULL, QUICK, type Scale } from '../../e2e/load/scale';
import {
  buildServers,
  CAN_PIN,
  FOLDER,
  type LoadServer,
  pinLoad,
  type ServerKind,
  startServer,
} from '../../e2e/load/server-process';
import { measureSizes, type SizeFigures } from '../../e2e/load/sizes';
import { ensurePrograms, NEEDS } from './ensure-programs';

const HELP = `Usage: npm run --silent bench -- [--json] [--quick] [--rounds N] [--seconds S] [--profile RATE] [--cost RATE] [--cluster]

Starts a bare Socket.IO relay and Hotseat by turns on one core, with the load on another, and compares them.

  --json          one line of JSON instead of a table; what happens meanwhile is told on standard error
  --quick         a short run that shows that everything works and says nothing about speed
  --rounds N      how often everything is measured; the medians count (${FULL.rounds})
  --seconds S     length of a measured stretch in seconds (${FULL.seconds})
  --profile RATE  instead: loads Hotseat with RATE commands a second, and says where its time went
  --cost RATE     instead: the processor time of a command at this rate, on the relay, on a relay that stores, and on Hotseat
  --cluster       instead: 1, 2 and 3 processes on a PostgreSQL and a Redis of their own, people of each room on all of them
`;

interface Wish {
  json: boolean;
  scale: Scale;
  /** Commands a second. */
  profileAt: number | null;
  costAt: number | null;
  cluster: boolean;
}

const note = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  const wish = readWish();
  if (typeof wish === 'string') {
    const isHelp = wish === HELP;
    (isHelp ? process.stdout : process.stderr).write(isHelp ? HELP : `${wish}\n${HELP}`);
    return isHelp ? 0 : 2;
  }
  if (wish.cluster) {
    const problems = await ensurePrograms([NEEDS.postgres, NEEDS.redis]);
    for (const problem of problems) note(problem);
    if (problems.length > 0) return 1;
  }
  await buildServers();
  if (wish.cluster) {
    const report = await measureCluster(wish.scale, note);
    process.stdout.write(wish.json ? `${JSON.stringify(report)}\n` : clusterInWords(report));
    return 0;
  }
  if (wish.scale.isPinned) pinLoad();
  if (wish.profileAt !== null) {
    process.stdout.write(await profile(wish.profileAt, wish.scale));
    return 0;
  }
  if (wish.costAt !== null) {
    process.stdout.write(await cost(wish.costAt, wish.scale));
    return 0;
  }
  const report = await measure(wish.scale);
  process.stdout.write(wish.json ? `${JSON.stringify(report)}\n` : inWords(report));
  return 0;
}

/** The options, or a sentence that says what is wrong with them, or the help. */
function readWish(): Wish | string {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        profile: { type: 'string' },
        cost: { type: 'string' },
        cluster: { type: 'boolean', default: false },
      },
    });
    if (values.help) return HELP;
    const usual = values.quick ? QUICK : FULL;
    const rounds = Number(values.rounds ?? usual.rounds);
    const seconds = Number(values.seconds ?? usual.seconds);
    const [profileAt = null, costAt = null] = [values.profile, values.cost].map((rate) =>
      rate === undefined ? undefined : Number(rate),
    );
    if (!Number.isInteger(rounds) || rounds < 1) return '--rounds takes a whole number from 1.';
    if (!(seconds >= 0.5 && seconds <= 600)) return '--seconds takes a number from 0.5 to 600.';
    for (const [name, rate] of [
      ['profile', profileAt],
      ['cost', costAt],
    ] as const)
      if (rate !== null && !(rate >= 1)) return `--${name} takes a number of commands a second.`;
    const isPinned = usual.isPinned && CAN_PIN;
    if (usual.isPinned && !CAN_PIN)
      note('Without taskset or a second core, server and load disturb each other.');
    const scale = { ...usual, rounds, seconds, isPinned };
    return { json: values.json, scale, profileAt, costAt, cluster: values.cluster };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Used until Hotseat has reported its own. */
let pings = { pingInterval: 1_000, pingTimeout: 4_000 };

async function withServer<T>(
  kind: ServerKind,
  { isPinned }: Scale,
  measureIt: (server: LoadServer) => Promise<T>,
): Promise<T> {
  const server = await startServer(kind, { pings, isPinned });
  try {
    return await measureIt(server);
  } finally {
    await server.stop();
  }
}

async function measure(scale: Scale): Promise<BenchReport> {
  const rounds: Round[] = [];
  for (let no = 1; no <= scale.rounds; no += 1) {
    note(`Round ${no} of ${scale.rounds}`);
    const hotseat = await measureServer('hotseat', scale, no === 1);
    // The relay pings equally often.
    pings = hotseat.quiet.pings ?? pings;
    rounds.push({ hotseat, bare: await measureServer('bare', scale, false) });
  }
  return reportOf(rounds);
}

interface Figures {
  /** Only for Hotseat, and once, since they are the same in every round. */
  sizes: SizeFigures | null;
  quiet: QuietFigures;
  keystroke: KeystrokeFigures;
  busy: BusyFigures;
}
type Round = Record<Compared, Figures>;
type Compared = Exclude<ServerKind, 'storing'>;

/** Each part has its own server, so that it does not measure what another part left behind. */
async function measureServer(kind: Compared, scale: Scale, withSizes: boolean): Promise<Figures> {
  const { sizes, quiet } = await withServer(kind, scale, async (server) => ({
    sizes: withSizes ? await measureSizes(server, scale) : null,
    quiet: await measureQuiet(server, scale),
  }));
  const { memory, idleCpuPercentPer1000: idle, storm } = quiet;
  const kb = (bytes: number) => `${(bytes / 1_024).toFixed(1)} KB`;
  note(
    `${kind}: a member ${kb(memory.heap)} by V8, ${kb(memory.rss)} by the system; idle ${idle.toFixed(1)} % of a core for 1,000; ${storm.people} people back in ${storm.secondsToConverge.toFixed(1)} s`,
  );
  const busy = await withServer(kind, scale, (server) => measureBusy(server, scale, note));
  note(
    `${kind}: fan-out ${busy.fanout.p50.toFixed(2)} / ${busy.fanout.p99.toFixed(2)} ms; ${Math.round(busy.perSecond)} commands a second`,
  );
  const keystroke = await withServer(kind, scale, (server) => measureKeystrokes(server, scale));
  note(`${kind}: a keystroke ${keystroke.p50.toFixed(2)} / ${keystroke.p99.toFixed(2)} ms`);
  return { sizes, quiet, keystroke, busy };
}

function reportOf(rounds: readonly Round[]): BenchReport {
  const sizes = rounds[0]?.hotseat.sizes;
  if (!sizes) throw new Error('nothing was measured');
  const middle = (kind: Compared, figure: (figures: Figures) => number) =>
    rounded(median(rounds.map((round) => figure(round[kind]))));
  const both = (figure: (figures: Figures) => number) => ({
    bare: middle('bare', figure),
    hotseat: middle('hotseat', figure),
  });
  const p50 = both(({ busy }) => busy.fanout.p50);
  const p99 = both(({ busy }) => busy.fanout.p99);
  const key50 = both(({ keystroke }) => keystroke.p50);
  const key99 = both(({ keystroke }) => keystroke.p99);
  const perSecond = both(({ busy }) => busy.perSecond);
  return {
    fanout: {
      bare: { p50: p50.bare, p99: p99.bare },
      hotseat: { p50: p50.hotseat, p99: p99.hotseat },
      ratioP99: rounded(p99.hotseat / p99.bare),
    },
    keystroke: {
      bare: { p50: key50.bare, p99: key99.bare },
      hotseat: { p50: key50.hotseat, p99: key99.hotseat },
      ratioP99: rounded(key99.hotseat / key99.bare),
    },
    throughput: { ...perSecond, ratio: rounded(perSecond.hotseat / perSecond.bare) },
    memoryPerMemberKB: both(({ quiet }) => quiet.memory.heap / 1_024),
    ...sizes,
    roomBytesOnDisk: Math.round(sizes.roomBytesOnDisk),
    idleCpuPercentPer1000: both(({ quiet }) => quiet.idleCpuPercentPer1000),
    encodingsPerEvent: middle('hotseat', ({ busy }) => busy.encodingsPerEvent),
    storm: {
      people: rounds[0]?.hotseat.quiet.storm.people ?? 0,
      secondsToConverge: middle('hotseat', ({ quiet }) => quiet.storm.secondsToConverge),
    },
  };
}

/** Loads Hotseat at a rate and reports where its time went. The profile itself stays in a file for a browser's tools. */
async function profile(rate: number, scale: Scale): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'hotseat.cpuprofile');
  const stretch = await withServer('hotseat', scale, async (server) => {
    const rooms = await ready(server, scale.rampRooms);
    const loop = new OpenLoop(rooms);
    await loop.run(rate, scale.seconds / 2);
    await server.ask({ kind: 'start-profile' });
    const measured = await loop.run(rate, scale.seconds);
    await server.ask({ kind: 'stop-profile', file });
    leaveAll(rooms);
    return measured;
  });
  const { sent, acknowledged, p50, p99 } = stretch;
  return `${acknowledged} of ${sent} commands acknowledged; fan-out ${p50.toFixed(1)} / ${p99.toFixed(1)} ms (p50 / p99). The profile is ${file}.\n${profileInWords(readProfile(file))}`;
}

async function cost(rate: number, scale: Scale): Promise<string> {
  const costs = await measureCosts(
    (kind) => withServer(kind, scale, (server) => measureCost(server, scale, rate)),
    scale,
    note,
  );
  return `Processor time for each command at ${rate} a second:\n${costsInWords(costs)}`;
}

// The exit deletes the servers' data, and they end with the channel to this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main();
