/** Sound below the floor (dBFS) counts as silence, and from the full level on as full. */
const FLOOR_DB = -60;
const FULL_DB = -12;

/** How loud a piece of sound is, 0 to 1 on a scale of decibels. Samples are -1 to 1. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  const db = 20 * Math.log10(rms);
  return Math.min(1, Math.max(0, (db - FLOOR_DB) / (FULL_DB - FLOOR_DB)));
}
