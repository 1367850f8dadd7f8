/** A stretch without events longer than this (ms) is left out, up to shortly before the next event. */
const QUIET_MS = 10_000;
const BEFORE_MS = 1_000;

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** The position of a playback after this much real time (ms). `moments`: when something happens, in order. */
export function playedTo(
  from: number,
  passedMs: number,
  speed: Speed,
  moments: readonly number[],
  length: number,
): number {
  const next = moments.find((moment) => moment > from) ?? length;
  const start = next - from > QUIET_MS ? next - BEFORE_MS : from;
  return Math.min(length, start + passedMs * speed);
}

/** The first line (from 1) that differs from the earlier text; null if none does. */
export function changedLine(before: string, after: string): number | null {
  if (before === after) return null;
  const [old, now] = [before.split('\n'), after.split('\n')];
  const index = now.findIndex((line, no) => line !== old[no]);
  return index === -1 ? now.length : index + 1;
}

/** The panelist who wrote the newest change in a stretch of time (ms); null if the candidate did, or nobody wrote. */
export function panelWriter(
  updates: readonly { at: number; by?: string | undefined }[],
  after: number,
  until: number,
): string | null {
  return updates.findLast(({ at }) => at > after && at <= until)?.by ?? null;
}
