const MINUTES_MAX = 480;

/** The message at a field with invalid minutes. */
export const MINUTES_PROBLEM = `Enter whole minutes, from 1 to ${MINUTES_MAX}.`;

/** Typed whole minutes, or null. */
export function readMinutes(typed: string): number | null {
  const minutes = Number(typed.trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null;
}
