import { z } from 'zod';

const both = z.strictObject({ bare: z.number(), hotseat: z.number() });
const overTime = z.strictObject({ early: z.number(), late: z.number() });
const percentiles = z.strictObject({ p50: z.number(), p99: z.number() });

/** The output of `bench --json`. Units: ms, commands per second, KB of 1,024 bytes, bytes, percent of a core, seconds. */
export const benchReport = z.strictObject({
  fanout: z.strictObject({ bare: percentiles, hotseat: percentiles, ratioP99: z.number() }),
  keystroke: z.strictObject({ bare: percentiles, hotseat: percentiles, ratioP99: z.number() }),
  throughput: both.extend({ ratio: z.number() }),
  memoryPerMemberKB: both,
  bytesPerCommand: z.strictObject({ tick: overTime, rateAgain: overTime, message: overTime }),
  firstFrameBytes: z.strictObject({ panelist: z.number(), candidate: z.number() }),
  roomBytesOnDisk: z.number(),
  idleCpuPercentPer1000: both,
  encodingsPerEvent: z.number(),
  storm: z.strictObject({ people: z.number(), secondsToConverge: z.number() }),
});
export type BenchReport = z.infer<typeof benchReport>;

/** For an even number of values the higher of the two in the middle, so that it is a measured one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Three significant digits, but whole numbers stay whole. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The same for people: one line per measure. */
export function inWords(report: BenchReport): string {
  const { fanout, keystroke, throughput, memoryPerMemberKB, bytesPerCommand, firstFrameBytes, storm } =
    report;
  const { idleCpuPercentPer1000: idle } = report;
  const ratio = (one: number, other: number) => (other > 0 ? `${rounded(one / other)} times` : '');
  const { tick, rateAgain, message } = bytesPerCommand;
  const rows: [string, string | number, string | number, string][] = [
    ['', 'relay', 'Hotseat', ''],
    ['fan-out p50 (ms)', fanout.bare.p50, fanout.hotseat.p50, ratio(fanout.hotseat.p50, fanout.bare.p50)],
    ['fan-out p99 (ms)', fanout.bare.p99, fanout.hotseat.p99, `${fanout.ratioP99} times`],
    [
      'keystroke to every screen p50 (ms)',
      keystroke.bare.p50,
      keystroke.hotseat.p50,
      ratio(keystroke.hotseat.p50, keystroke.bare.p50),
    ],
    [
      'keystroke to every screen p99 (ms)',
      keystroke.bare.p99,
      keystroke.hotseat.p99,
      `${keystroke.ratioP99} times`,
    ],
    [
      'commands a second, p99 < 100 ms',
      throughput.bare,
      throughput.hotseat,
      ratio(throughput.hotseat, throughput.bare),
    ],
    [
      'memory a member (KB)',
      memoryPerMemberKB.bare,
      memoryPerMemberKB.hotseat,
      ratio(memoryPerMemberKB.hotseat, memoryPerMemberKB.bare),
    ],
    ['idle, 1,000 members (% of a core)', idle.bare, idle.hotseat, ratio(idle.hotseat, idle.bare)],
    ['bytes of a tick, early / late', '', `${tick.early} / ${tick.late}`, ''],
    ['bytes of a second rating, early / late', '', `${rateAgain.early} / ${rateAgain.late}`, ''],
    ['bytes of a message, early / late', '', `${message.early} / ${message.late}`, ''],
    ['first frame of a panelist (bytes)', '', firstFrameBytes.panelist, ''],
    ['first frame of a candidate (bytes)', '', firstFrameBytes.candidate, ''],
    ['disk for a new room (bytes)', '', report.roomBytesOnDisk, ''],
    ['encodings an event', '', report.encodingsPerEvent, ''],
    [`seconds until ${storm.people} people are back`, '', storm.secondsToConverge, ''],
  ];
  return rows
    .map(([name, bare, hotseat, note]) =>
      `${name.padEnd(40)}${String(bare).padStart(10)}${String(hotseat).padStart(18)}   ${note}`.trimEnd(),
    )
    .join('\n')
    .concat('\n');
}
