import { NOT_OF_COMMANDS } from './frames';
import { connectAll, type LoadRoom, leaveAll, openRooms, quiet, startRound } from './load-room';
import { OpenLoop, type Stretch } from './open-loop';
import type { Scale } from './scale';
import type { LoadServer } from './server-process';

export interface BusyFigures {
  fanout: { p50: number; p99: number };
  /** Commands per second at the highest sustained rate. */
  perSecond: number;
  encodingsPerEvent: number;
}

/** A rate with a higher fan-out (ms, 99 of 100) is too much. */
const MOST_MS = 100;
const GROWTH = 1.4;
/** Above this (ms) the load itself was late, and its figures say nothing about the server. */
const LATE_MS = 20;
const WARM_SECONDS = 3;

export type Note = (text: string) => void;

/** How fast a server delivers at a quiet rate, and how much load it can take. */
export async function measureBusy(server: LoadServer, scale: Scale, note: Note): Promise<BusyFigures> {
  const few = await ready(server, scale.fanoutRooms);
  const loop = new OpenLoop(few);
  await loop.run(few.length, Math.min(WARM_SECONDS, scale.seconds));
  const before = await encodings(server);
  const stretch = await loop.run(few.length, scale.seconds * 2);
  demand(stretch, server, few.length);
  const encodingsPerEvent = ((await encodings(server)) - before) / stretch.acknowledged;
  leaveAll(few);
  const many = await ready(server, scale.rampRooms);
  const perSecond = await ramp(new OpenLoop(many), server, scale, (text) => note(`${server.kind}: ${text}`));
  leaveAll(many);
  return { fanout: { p50: stretch.p50, p99: stretch.p99 }, perSecond, encodingsPerEvent };
}

/** Rooms in the middle of their rounds, with everybody connected. */
export async function ready(server: LoadServer, count: number): Promise<LoadRoom[]> {
  const rooms = await openRooms(server, count);
  await connectAll(rooms);
  await Promise.all(rooms.map(startRound));
  await quiet(rooms);
  return rooms;
}

function demand({ rejected, missing, acknowledged, sent }: Stretch, server: LoadServer, rate: number): void {
  if (rejected > 0 || missing > 0 || acknowledged < sent)
    throw new Error(
      `${server.kind} at ${rate} a second: of ${sent} commands ${acknowledged} were acknowledged and ${rejected} rejected; ${missing} deliveries are missing.`,
    );
}

async function encodings(server: LoadServer): Promise<number> {
  const counts = await server.ask({ kind: 'encodings' });
  return Object.entries(counts)
    .filter(([event]) => !NOT_OF_COMMANDS.includes(event))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Raises the rate until it is too much, then halves the last step a few times. */
async function ramp(loop: OpenLoop, server: LoadServer, scale: Scale, note: Note): Promise<number> {
  let [held, best, tooMuch] = [0, 0, Number.POSITIVE_INFINITY];
  const tries = async (rate: number): Promise<void> => {
    // A second chance: another program may have had the core for a moment.
    const stretch = await holds(() => measured(loop, server, rate, scale), note, 2);
    if (stretch) [held, best] = [rate, stretch.perSecond];
    else tooMuch = rate;
  };
  for (let rate = scale.rampFrom; rate <= scale.rampTo && rate < tooMuch; rate *= GROWTH) await tries(rate);
  for (let no = 0; no < scale.bisections && Number.isFinite(tooMuch); no += 1)
    await tries((held + tooMuch) / 2);
  return best;
}

/** A measured stretch, its rate, and the server's processor time per command (µs). */
interface Measured extends Stretch {
  rate: number;
  cpu: number;
}

/** Stretches at one rate; the least that a command cost in one of them is what other programs disturbed least. */
const COSTED = 8;

/** Microseconds of the server's processor for each command at this rate. */
export async function measureCost(server: LoadServer, scale: Scale, rate: number): Promise<number> {
  const rooms = await ready(server, scale.rampRooms);
  const loop = new OpenLoop(rooms);
  await loop.run(rate, scale.seconds);
  const costs: number[] = [];
  for (let no = 0; no < COSTED; no += 1) costs.push((await measured(loop, server, rate, scale)).cpu);
  leaveAll(rooms);
  return Math.min(...costs);
}

async function measured(loop: OpenLoop, server: LoadServer, rate: number, scale: Scale): Promise<Measured> {
  const before = await server.ask({ kind: 'cpu' });
  const stretch = await loop.run(rate, scale.seconds / 2);
  const cpu = ((await server.ask({ kind: 'cpu' })) - before) / stretch.sent;
  return { ...stretch, rate, cpu };
}

async function holds(measure: () => Promise<Measured>, note: Note, chances: number): Promise<Stretch | null> {
  for (let chance = 0; chance < chances; chance += 1) {
    const stretch = await measure();
    const { rate, cpu, sent, acknowledged, rejected, missing, p99, lateP99 } = stretch;
    const isHeld = acknowledged === sent && rejected === 0 && missing === 0 && p99 < MOST_MS;
    const late = lateP99 > LATE_MS ? `, and the load itself was ${Math.round(lateP99)} ms late` : '';
    const faults = isHeld ? '' : ` (${sent - acknowledged} not acknowledged, ${missing} not delivered)`;
    note(
      `${Math.round(rate)} a second, p99 ${p99.toFixed(1)} ms${faults}, ${Math.round(cpu)} µs of the processor for each${late}`,
    );
    if (isHeld) return stretch;
  }
  return null;
}
