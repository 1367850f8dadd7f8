import type { Format } from '../protocol/words';
import { seededRandom } from '../testing/seeded-random';
import { auditRoom, type Findings } from './audit';
import { auditExports, type ExportCounts } from './exports';
import type { SimulatedPerson } from './simulated-person';
import { type PlayedRoom, playRoom } from './simulated-room';

export interface SimulationInput {
  url: string;
  rooms: number;
  panelists: number;
  seed: number;
}

export interface SimulationReport {
  rooms: number;
  people: number;
  commands: number;
  acknowledged: number;
  lost: number;
  duplicated: number;
  diverged: number;
  leaks: number;
  exports: ExportCounts;
  /** Exercises with planted issues that were played, by the format of their room. */
  exercises: Record<Format, number>;
  /** Changes of the texts of exercises, and people whose copy differed in the end. */
  edits: number;
  textsDiverged: number;
  latencyMs: { p50: number; p99: number };
  seconds: number;
}

export interface SimulationFindings extends Findings {
  /** Exports that were not as they must be. */
  exports: string[];
  /** Rooms that played no exercise with planted issues although their pack has enough. */
  exercises: string[];
}

/** Plays all rooms at once and audits them. `findings` describes in words what the counts count. */
export async function simulate(
  input: SimulationInput,
): Promise<{ report: SimulationReport; findings: SimulationFindings }> {
  const start = performance.now();
  const people: SimulatedPerson[] = [];
  try {
    return await playAll(input, people, start);
  } finally {
    for (const person of people) person.disconnects();
  }
}

/** `people` gets everybody who ever joined, even if a room does not get to its end. */
async function playAll(
  input: SimulationInput,
  people: SimulatedPerson[],
  start: number,
): Promise<{ report: SimulationReport; findings: SimulationFindings }> {
  const rooms = Array.from({ length: input.rooms }, (_, no) =>
    playRoom({ ...input, no, random: seededRandom(input.seed * 1_000 + no), people }),
  );
  const played = await Promise.all(rooms);
  const audits = await Promise.all(played.map((room) => auditRoom(room)));
  const exports = await Promise.all(
    played.map((room) =>
      auditExports(
        room,
        people.filter((person) => !room.people.includes(person)),
      ),
    ),
  );
  const edits = played.reduce((total, { code }) => total + code.edits, 0);
  const findings: SimulationFindings = {
    textsDiverged: played.flatMap(({ code }) => code.diverged),
    lost: audits.flatMap((audit) => audit.lost),
    duplicated: audits.flatMap((audit) => audit.duplicated),
    diverged: audits.flatMap((audit) => audit.diverged),
    leaks: audits.flatMap((audit) => audit.leaks),
    exports: exports.flatMap(({ differences }) => differences),
    exercises: played.flatMap(withoutExercises),
  };
  const sum = (of: keyof ExportCounts) => exports.reduce((total, one) => total + one[of], 0);
  const counts = { made: sum('made'), readBack: sum('readBack'), refused: sum('refused') };
  const exercises = { led: exercisesIn(played, 'led'), peer: exercisesIn(played, 'peer') };
  const done = { exports: counts, edits, exercises };
  return { report: reportOf(people, input.rooms, findings, done, start), findings };
}

function exercisesIn(played: readonly PlayedRoom[], format: Format): number {
  return played.reduce((sum, room) => sum + (room.format === format ? room.code.planted : 0), 0);
}

/** Whoever plays no exercise does not test them. */
export function withoutExercises(
  room: Pick<PlayedRoom, 'format' | 'roomId' | 'hasExercises' | 'code'>,
): string[] {
  const { format, roomId, hasExercises, code } = room;
  return hasExercises && code.planted === 0 ? [`the ${format} room ${roomId} had no exercise`] : [];
}

function reportOf(
  people: SimulatedPerson[],
  rooms: number,
  findings: Findings,
  { exports, edits, exercises }: Pick<SimulationReport, 'exports' | 'edits' | 'exercises'>,
  start: number,
): SimulationReport {
  const sent = people.flatMap((person) => person.sent);
  const latencies = people.flatMap((person) => person.latencies).sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? 0) * 100) /
    100;
  return {
    rooms,
    people: people.length,
    commands: sent.length,
    acknowledged: sent.filter(({ ack }) => ack.ok).length,
    lost: findings.lost.length,
    duplicated: findings.duplicated.length,
    diverged: findings.diverged.length,
    leaks: findings.leaks.length,
    exports,
    exercises,
    edits,
    textsDiverged: findings.textsDiverged.length,
    latencyMs: { p50: quantile(0.5), p99: quantile(0.99) },
    seconds: Math.round((performance.now() - start) / 10) / 100,
  };
}
